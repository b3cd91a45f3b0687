# The page that shows every component.
style = All components
style-lead = What these pages are made of, each part in each state.
style-colours = Colours
style-type = Type
style-buttons = Buttons and fields
style-cards = Cards
style-phases = Phases
style-facts = Facts
style-passages = Passages
style-notices = Notices
style-filters = Filters and pages
style-empty = Nothing found
style-records = Records
style-pair = Contradiction
style-failures = Failures
style-table = Table
style-sample = Sample
