# The page of a lesson.
lesson-context = What it was about
lesson-tried = What was tried
lesson-recommendation = What they advise
lesson-applies = Holds if
lesson-not = Does not hold if
lesson-projects = From this project
lesson-contradictions = Others saw it differently
lesson-supporting = Same theme, same outcome
lesson-related = More on this theme
voices-none = None so far.
fact-outcome = Outcome
fact-themes = What it is about
fact-project-phase = Phase of the project
pair-but = but
fact-limits = When it holds and when not
