"""Words the pre-flight knows: frequent first names, and capitalised words that are no names."""

# The most frequent first names of the last decades in English- and German-speaking countries, from general knowledge;
# they only help where somebody types in small letters. Names that are everyday words are left out (Will, Mark, Rose).
_FIRST_NAMES = """
aaron adam adrian ahmed alex alexander alexandra ali alice alina amanda amelia amy andrea andreas andrew angela
anita anja anna anne annette anthony anton antonia ashley astrid barbara ben benjamin bernd bettina birgit
brandon brenda brian brigitte bruno carlos carmen carol caroline catherine charlotte chloe chris christian
christina christine christoph christopher claudia cynthia daniel daniela david deborah dennis diana dieter dirk
dominik donna doris dorothy dylan edward elena elias elisabeth elizabeth ella emily emma eric erik ethan eva
fabian fatima felix florian frank franziska gabriele gary george gerald gregory günter hannah hans harald harry
heather heike heinz helen helena helga henry holger ingrid isabella jack jacob jacqueline jake jakob james jan
jana janet jasmin jason jeff jeffrey jennifer jens jeremy jessica joan joe johanna johannes john jonas jonathan
jordan jose joseph joshua juan judith judy julia julian juliane jürgen justin jörg kai karen karin karl
katharina kathleen kathrin katja keith kelly kenneth kerstin kevin kim klaus kyle lara larry laura lauren lea
lena leon leonie linda lisa louis luca lucas lucy luis luise lukas luke manfred manuela marco marcus margaret
maria marie marina mario marion marius markus marlene martha martin martina mary mateo matthew matthias max
maximilian megan mehmet melanie melissa mia michael michelle miguel mike mohamed mohammed monika moritz nadine
nancy natalie nathan nicholas nick nico nicole nils nina noah nora norbert olaf oliver olivia pamela patricia
patrick paul paula peter petra philip philipp pia priya rachel rahul ralf ralph raymond rebecca renate richard
robert roger roland ronald ryan sabine samantha samuel sandra sara sarah sascha scott sean sebastian silke
silvia simon simone sofia sonja sophia sophie stefan stefanie stephan stephanie stephen steve steven susan
susanne sven sylvia tanja teresa thomas thorsten tim timo timothy tina tobias tom torsten tyler ulrich ulrike
ursula ute uwe vanessa vera verena veronika victoria vincent walter wendy werner wilhelm william wolfgang xavier
yasmin yusuf zachary zoe
"""
FIRST_NAMES = frozenset(_FIRST_NAMES.split())

# Days, months, titles, places and the vocabulary of job search; German nouns are all capitalised, so many stand here.
_NO_NAMES = """
i i'm i'll i've i'd monday tuesday wednesday thursday friday saturday sunday january february march april may
june july august september october november december montag dienstag mittwoch donnerstag freitag samstag sonntag
januar februar märz mai juni juli oktober dezember english german deutsch englisch french spanish germany
deutschland europe europa usa uk eu berlin munich münchen hamburg london vienna wien zürich boston chicago
america american british ceo cto cfo hr it cv pr ats pdf sql excel word powerpoint linkedin indeed xing workday
google microsoft amazon zoom teams slack python java javascript discord reddit facebook instagram whatsapp
glassdoor stepstone monster stellenanzeige lord god christmas easter weihnachten ostern silvester ok okay lol omg
wtf btw fyi mr mrs ms miss dr prof sir madam herr herrn frau hr. fr. manager director recruiter engineer senior
junior team lead head chief officer assistant analyst developer designer developer's consultant intern internship
university college bachelor master degree the this that these those they there then their he she we you your my
our his her its what when where why who how which while with without will would well yes yeah no not nothing
nobody noone never now and but because so if for from today tomorrow yesterday thanks thank please sorry hello hi
hey dear after all also another any anybody anyone anything are as at be been before being by can could did do
does don't each even every everybody everyone everything finally first get got had has have here in into is just
last let like maybe more most much must next of off on once one only or other over same second should since some
somebody someone something sometimes still such than three to too two until up us very was were ich du er sie es
wir ihr mein meine meinen meinem meiner dein deine sein seine unser unsere der die das den dem des ein eine einen
einem einer und oder aber weil wenn dann denn als auch noch schon nur sehr wie wer wo warum wieso weshalb heute
morgen gestern jetzt immer nie wieder nach vor bei mit von zu zum zur im am an auf aus für gegen ohne über unter
durch um bis seit während trotz danke bitte hallo ja nein nicht kein keine keinen keiner niemand jemand
irgendjemand irgendwer jeder alle alles man mal hat habe haben ist sind war waren wird werden kann können muss
müssen soll sollen wollen darf chef chefin kollege kollegin kollegen vorgesetzte vorgesetzter firma unternehmen
arbeit job jobs stelle stellen bewerbung bewerbungen gespräch gespräche vorstellungsgespräch absage absagen
zusage zusagen lebenslauf anschreiben zeugnis vertrag kündigung gehalt geld miete monat monate woche wochen tag
tage jahr jahre stunde stunden minute minuten zeit leben familie kinder kind mann freund freundin freunde eltern
mutter vater bruder schwester sohn tochter mensch menschen leute angst druck stress urlaub feierabend ende anfang
grund recht problem probleme frage fragen antwort antworten hoffnung kraft mut glück pech kopf herz nacht abend
mittag termin termine amt jobcenter agentur arbeitsamt büro abteilung personaler personalerin personalabteilung
markt arbeitsmarkt ausbildung studium schule kurs weiterbildung umschulung praktikum probezeit probearbeit
homeoffice rechner laptop telefon handy mail mails email nachricht brief zug bahn bus auto stadt land wohnung
haus küche kaffee wetter sommer winter frühling herbst feedback interview interviews meeting meetings call calls
runde runden deadline system portal formular unterlagen erfahrung erfahrungen gefühl gefühle wut trauer
enttäuschung freude ruhe pause hilfe unterstützung tipp tipps rat gruppe kanal ding dinge sache sachen teil stück
art weise weg ziel plan chance chancen möglichkeit seite
"""
NO_NAMES = frozenset(_NO_NAMES.split())
