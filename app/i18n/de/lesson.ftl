# The page of a lesson.
lesson-context = Worum es ging
lesson-tried = Was versucht wurde
lesson-recommendation = Was sie raten
lesson-applies = Gilt, wenn
lesson-not = Gilt nicht, wenn
lesson-projects = Aus diesem Projekt
lesson-contradictions = Andere haben es anders erlebt
lesson-supporting = Gleiches Thema, gleiches Ergebnis
lesson-related = Mehr zu diesem Thema
voices-none = Bisher keine.
fact-outcome = Ergebnis
fact-themes = Worum es geht
fact-project-phase = Stand des Projekts
pair-but = dagegen
fact-limits = Wann es gilt und wann nicht
