# The start page.
home-title = What others have tried with AI for the common good
home-lead = Projects by associations, charities and towns: what worked, what did not and what others can learn from it.
examples = For example:
example-counselling = counselling chatbot
example-language = easy language
example-third = data protection
example-failed = what did not work

parcel-projects = { $count ->
    [one] project
   *[other] projects
}
parcel-projects-line = from the problem to the advice
parcel-lessons = { $count ->
    [one] lesson
   *[other] lessons
}
parcel-lessons-line = good ones and bad ones
parcel-organisations = { $count ->
    [one] organisation
   *[other] organisations
}
parcel-organisations-line = that tried something

problems = What are you struggling with?
problem-questions = The same questions
problem-questions-line = Every day people ask us the same things, by phone and by mail.
problem-paperwork = Too much paperwork
problem-paperwork-line = Writing things down takes time that we would rather give to people.
problem-plain = Texts too hard to read
problem-plain-line = Many people do not understand our letters and pages.
problem-languages = Many languages
problem-languages-line = Not everyone who comes to us speaks or hears German.
problem-data = Data is missing
problem-data-line = Our data is scattered, full of gaps or not there at all.
problem-nature = Counting wildlife
problem-nature-line = We have thousands of pictures and sounds, and nobody can go through them all.
problem-crisis = Earlier warnings
problem-crisis-line = Flood, fire, crisis: we need to know early where help is needed.
problem-team = Doubts in the team
problem-team-line = Some of us are afraid that AI will replace them.

home-map = Where all of this is
home-map-line = { $count ->
    [one] { $count } entry has a place.
   *[other] { $count } entries have a place.
}
home-map-list = Everything as a list
home-map-label = Map of all entries
topics = What it is about
home-projects = New projects
home-lessons = New lessons
home-all-projects = All { $count } projects
home-all-lessons = All { $count } lessons
home-pair = Two lessons that contradict each other
home-pair-line = Both may be right. It depends on where you stand.
gains = What you gain by showing your project
gain-answer = Tell it once instead of answering ten times
gain-answer-line = Whoever asks how you did it finds your answer here.
gain-allies = Find people who face the same
gain-allies-line = You say what you offer and what you look for: a talk, a test, code or data.
gain-honest = A no counts, too
gain-honest-line = If you decided against AI or stopped, you spare others the detour.
gains-more = More about Allmende
