//! Words that hold a sentence together and name nothing: nobody looks for them.

/// Folded, German and English. Words that also name something ("will", "arbeiten") are not among them.
const GLUE: &[&str] = &[
    "aber", "alle", "allem", "allen", "aller", "alles", "als", "also", "am", "an", "and", "andere", "anderen", "anderer", "anderes", "are",
    "as", "at", "auch", "auf", "aus", "be", "been", "bei", "beim", "bin", "bis", "bist", "but", "by", "can", "da", "dabei", "dadurch",
    "dafur", "dagegen", "daher", "damit", "danach", "dann", "dar", "daran", "darauf", "daraus", "darin", "darum", "das", "dass", "davon",
    "dazu", "dein", "deine", "dem", "den", "denn", "der", "deren", "des", "dessen", "deswegen", "did", "die", "dies", "diese", "diesem",
    "diesen", "dieser", "dieses", "do", "doch", "does", "dort", "du", "durch", "ein", "eine", "einem", "einen", "einer", "eines", "einige",
    "einigen", "er", "es", "etwa", "etwas", "euch", "euer", "eure", "fur", "for", "from", "gar", "gegen", "genau", "gerade", "gibt", "hab",
    "habe", "haben", "habt", "had", "has", "hat", "hatte", "hatten", "have", "her", "hier", "his", "how", "i", "ich", "ihm", "ihn",
    "ihnen", "ihr", "ihre", "ihrem", "ihren", "ihrer", "im", "immer", "in", "ins", "into", "is", "ist", "it", "its", "ja", "jede", "jedem",
    "jeden", "jeder", "jedes", "jetzt", "kann", "kannst", "kein", "keine", "keinem", "keinen", "keiner", "konnen", "konnt", "konnte",
    "konnten", "lassen", "lasst", "macht", "machen", "man", "mehr", "mein", "meine", "meinem", "meinen", "meiner", "mich", "mir", "mit",
    "muss", "mussen", "my", "nach", "nicht", "nichts", "noch", "not", "nun", "nur", "ob", "oder", "of", "ohne", "on", "or", "our", "schon",
    "sehr", "sein", "seine", "seinem", "seinen", "seiner", "seit", "she", "should", "sich", "sie", "sind", "so", "sogar", "soll", "sollen",
    "sollte", "sollten", "sondern", "sonst", "that", "the", "their", "them", "there", "they", "this", "to", "uber", "um", "und", "uns",
    "unser", "unsere", "unserem", "unseren", "unserer", "unter", "us", "viel", "viele", "vielen", "vom", "von", "vor", "wann", "war",
    "waren", "warum", "was", "we", "weil", "welche", "welchem", "welchen", "welcher", "welches", "wem", "wen", "wenn", "wer", "werden",
    "wessen", "what", "when", "where", "which", "who", "why", "wie", "wieder", "will", "wir", "wird", "with", "wo", "wollen", "worden",
    "wurde", "wurden", "you", "your", "zu", "zum", "zur", "zwischen",
];

/// Whether a folded word is one of them.
#[must_use]
pub fn is_glue(folded: &str) -> bool {
    GLUE.contains(&folded)
}
