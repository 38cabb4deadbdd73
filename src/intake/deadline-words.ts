import { slips } from './slips.ts'

/** Talk of answering. */
export const ANSWERING = new RegExp(
	[
		'(?:remiss?)?svar(?!ig|t)|yttrand|yttra\\s(?:sig|er)|synpunkt|remiss(?:tid|instans)|(?<!\\p{L})på\\sremiss(?!\\p{L})',
		'remissen\\s(?:pågår|löper|gäller|är\\söppen|avslutas|stänger|går)|komm?i?t\\sin|inkom|tillhanda|till\\shanda',
		'samråd(?!s?möte)|granskning|utställning|besvara|kommentar|erinr|inlämn',
		'\\b(?:repl(?:y|ies)|respon(?:d|ses?)|comments?|feedback|submissions?|submit|consultation|contributions?|views|deadline|closing\\sdate)\\b',
		slips('svara', 'svaren', 'svaret', 'remissvar', 'remissvaren', 'yttrande', 'yttranden', 'synpunkter'),
	].join('|'),
	'giu',
)

const ABOUT_ANSWERS =
	'(?:med|om|på|kring|angående|rörande|gällande|avseende|till|under|för)\\s(?:\\p{L}{1,20}\\s){0,6}?(?:remis|svar|yttrand|synpunkt)\\p{L}{0,12}'

/** Talk of meetings, questions and other things people do by a last day of their own. */
export const MEETING = new RegExp(
	[
		'anmäl',
		'(?:remiss|samråds|informations|dialog)?möte',
		'hearing',
		'seminari',
		'workshop',
		'delta(?:r|ga|gande)',
		'o\\.?\\s?s\\.?\\s?a\\b',
		`(?<!svar\\p{L}{0,2}\\s(?:på\\s)?(?:\\p{L}{2,9}\\s)?)(?:frågor|anstånd|uppskov|upplysningar|information)(?:\\s${ABOUT_ANSWERS})?`,
		'förlängning\\sav\\s(?:svars|remiss)tid',
		'ställa\\sfråg',
		'beställ',
		'nominer',
		'ansök',
		'sökas?(?!\\p{L})',
		'faktura',
		'registration',
		'meeting',
	].join('|'),
	'giu',
)

/** Talk of laws, assignments and publishing, which have days of their own. */
export const LAWS =
	/träd(?:a|er|de|s|t)\si\s?kraft|ikraftträd|upphör|genomför(?:as?|t|d|de|s)?(?!\p{L})|införliva|redovisa|rapporteras?|överlämna|börja\s(?:gälla|tillämpas)|ska(?:ll)?\sgälla|tillämpas|publicera|uppdaterad|beslut(?:ade|at|ad|as|en|et)?(?!\p{L})|antog|antagen|dater(?:ad|at|ade)|skrivelse\sden|rapport\sden|övergångs|inträffa|född|enter(?:s|ed)?\sinto\sforce|adopted|published|transpose/giu

/** What makes a date the last one. */
export const LAST = new RegExp(
	[
		'senast(?!e\\s(?!den\\s|\\d))',
		`(?:${slips('senast')}|(?<!\\p{L})senest)(?=\\s(?:den|\\d|mån|tis|ons|tors|fre)|\\s?$)`,
		`(?:sista|${slips('sista')})\\s(?:\\p{L}{0,20}(?:dag|datum)|tid|svars)`,
		'löp(?:er|t|te|a)\\s(?:\\p{L}{2,9}\\s)?(?:ut|till)|utgå(?:r|ng|tt)?(?!\\p{L})|(?:går|gick|gått)\\sut',
		'till\\soch\\smed|t\\.?\\s?o\\.?\\s?m\\.?(?!\\p{L})|(?<!\\p{L})(?:före|innan|fram\\still|intill|inom)(?!\\p{L})',
		'deadline|frist(?:en)?(?!\\p{L})|slut(?:ar|datum)|pågår',
		'no\\slater\\sthan|\\b(?:by|until|before|closing|closes|latest|due)\\b',
	].join('|'),
	'giu',
)

export const BEFORE_THE_DATE = /(?<!\p{L})(?:före|innan|before)(?:\s(?:den|kl\.?\s?[\d.:]{1,5}))?\s?$/iu

/** A label that is all there is: "Svarstid: 15 maj". */
export const LABELLED =
	/(?:(?:ny|förlängd)\s)?(?:sista\s(?:svars)?(?:dag|datum)(?:en)?|(?:remiss|svars|samråds|gransknings|inlämnings)(?:tid|dag|datum)(?:en)?|(?:remiss?)?svar(?:en)?(?:\sönskas|\sskickas|\slämnas)?(?:\ssenast)?|deadline|closing\sdate|(?:consultation|feedback)\speriod|svara\ssenast|(?:remiss)?tidens?\s(?:ut|slut))\s?(?:är|var|:|–|-|\(|\s)\s?(?:senast\s)?(?:till\s)?$/iu

export const WANTED =
	/(?<!\p{L})(?:ska|skall|bör|måste|önska(?:s|r)|emotse[sr]?|vill|lämnas|skickas|sändas?|ber|please)(?!\p{L})/iu

/** Something is to be handed in, be it an answer or not. */
export const HANDED_IN = /(?<!\p{L})(?:lämnas|skickas|in?sändas?|ska(?:ll)?\s(?:vara|ha)|mejlas)(?!\p{L})/iu

/** The deadline is being moved. "Förlängd anståndstid" is what a proposal is about. */
export const MOVED = new RegExp(
	[
		'förläng\\p{L}{0,4}[^.]{0,30}(?:svars|remiss|samråds|gransknings|inlämnings)(?:tid|dag|datum|frist)',
		'(?:(?:svars|remiss|samråds|gransknings|inlämnings)(?:tid|dag|datum|frist)|sista\\s(?:svars)?(?:dag|datum)|tiden?\\s(?:för\\s)?att\\s(?:svara|lämna|yttra)|deadline)[^.]{0,60}?(?:(?:är|har|blir|blivit)\\s(?:nu\\s|därför\\s)?(?:förläng|flytta|senarel|ändra|skjut)|(?:förläng|flytta|senarelägg|ändra|skjut)\\p{L}{0,3}s(?!\\p{L})|extended)',
		'(?<!\\p{L})ny(?:tt|a)?\\s(?:sista\\s\\p{L}{0,12}|(?:svars|remiss|inlämnings|slut)-?)(?:tid|dag|datum)',
		'tidigare\\s(?:angiv|datum|svars|sista)',
		'ursprunglig',
	].join('|'),
	'iu',
)

export const OLD_BEFORE =
	/(?<!\p{L})(?:från(?:\soch\smed)?|tidigare(?:\s(?:angiv\p{L}{1,4}|datum|svarsdatum|svarsdag|svarstid|sista\s(?:svars)?dag|deadline))?|ursprunglig\p{L}{0,2}(?:\s\p{L}{2,12}){0,3}|i\s?stället\sför|inte|var|originally|previously|from|instead\sof)[\s:(,]{0,3}(?:senast\s)?(?:den\s)?$/iu

/** Says by itself that there is another deadline now. */
export const OLD_PLAINLY =
	/(?<!\p{L})(?:tidigare|ursprunglig\p{L}{0,2}|i\s?stället\sför|istället\sför|originally|previously|instead\sof)[\s:(,]{0,3}(?:senast\s)?(?:den\s)?$/iu

export const NEW_BEFORE =
	/(?<!\p{L})(?:till(?:\soch\smed)?|t\.?\s?o\.?\s?m\.?|senast|är(?:\snu)?|blir(?:\si\sstället)?|nu|to|until|new\sdeadline(?:\sis)?|(?:svars|remiss)?(?:tid|dag|datum)(?:en)?)[\s:(,]{0,3}(?:nu\s)?(?:(?:senast|till)\s)?(?:den\s)?$/iu

export const PRELIMINARY =
	/preliminär|delsvar|delyttrand|i\sett\sförsta\sskede|första\s(?:synpunkt|svar)|tidiga\ssynpunkt|muntlig/iu

export const LAST_AFTER =
	/^[\s,(]{0,3}(?:(?:är|var|blir)\s(?:det\s)?sista\s(?:svars)?(?:dag|datum)(?!\p{L}{0,4}\s(?:för|att)\s(?:anmäl|nominer|ansök|ställa))|(?:kl\.?\s?[\d.:]{1,5}\s)?(?:löper|löpte|går|utgår)\s\p{L}{0,20}(?:tid|frist)|ska(?:ll)?\s(?:remis|era?\s|ert?\s)?(?:s?svar|yttrand|synpunkt)|(?:är|var)\s(?:remiss|svars)tid)/iu

/** Between the first and the last day of a span. */
export const SPAN = /^\s?(?:[-–—]{1,2}|till(?:\soch\smed)?|t\.?\s?o\.?\s?m\.?|to|until)\s?(?:(?:och\smed|den)\s)?$/iu

/** "Svara till den 15 mars". */
export const UNTIL = /(?<!\p{L})till\s$/iu

/** A day is set, whether or not it can be read: "senast den femtonde mars". */
export const DAY_SET =
	/(?:senast(?!e)|sista\s(?:\p{L}{0,20}(?:dag|datum)\p{L}{0,3})(?:\s\p{L}{1,20}){0,6})\s(?=den\s|\d|(?:mån|tis|ons|tors|fre)dag)|(?:före|innan|vid)\sutgången\sav\s/giu

/** What is sent round: its name follows, with dates of its own, as in "promemorian Förlängd giltighet till och med …". */
export const DOCUMENT =
	/promemori|betänkande|rapport|lagrådsremiss|utkast|(?<!\p{L})(?:PM|SOU|Ds)(?!\p{L})|giltighet|förlängning\sav|gäller|lag(?:en)?\som|förordning|direktiv/giu

/** These make a date the last one whatever stands between. */
export const LAST_FOR_SURE = /senast|sista\s|löp(?:er|t|te|a)\s|(?:går|gick|gått)\sut|frist|deadline|latest|no\slater/iu

/** "Sista dag att svara på … är". */
export const LAST_IS = /sista\s\p{L}{0,12}(?:dag|datum)[^.]{0,400}\s(?:är|var|:)\s?$/iu

/** The day is for a part of what is sent round. */
export const PART = new RegExp(
	[
		'(?:kortare|tidigare|särskild|längre)\\s(?:remiss|svars)\\p{L}{0,8}',
		'(?<!\\p{L})(?:för|om|på|över|i|avseende|beträffande|gällande|rörande|gäller|rör|avser|kring)\\s(?:den|de|det)\\s(?:delar?|avsnitt)\\p{L}{0,3}(?!\\p{L})',
		'(?<!\\p{L})(?:en|ett|två|tre|fyra|fem|sex|vissa|några|\\d{1,2})\\s(?:av\\s)?(?:\\p{L}{1,15}\\s){0,2}?(?:förslag|delar?|avsnitt|kapitel|punkt|fråg)\\p{L}{0,4}(?!\\p{L})',
		'(?<!\\p{L})(?:avsnitt|kapitel|del|bilaga|punkt|förslag)\\s(?:nr\\s)?(?:\\d|[IVX]{1,4}(?!\\p{L}))',
		'(?<!\\p{L})(?:dessa|de)\\s(?:svar|delar|förslag|frågor|yttranden|synpunkter)|(?<!\\p{L})dem\\s|(?<!\\p{L})(?:redan|dock)\\ssenast',
	].join('|'),
	'iu',
)

/** Up to a day answers go to one place: "Fram till och med den 31 mars ska svaren skickas till …". */
export const PLACE_AFTER =
	/^[\s,]{0,3}(?:ska(?:ll)?|kan|bör|skickas|sänds|lämnas|mejlas)\s(?:(?:skickas|sändas|lämnas|mejlas|ställas)\s)?(?:\p{L}{1,15}\s){0,2}?(?:remis)?(?:s?svar|yttrand|synpunkt)\p{L}{0,4}\s(?:(?:skickas?|sändas?|lämnas?|ställas?|mejlas?|gå)\s)?(?:in\s)?(?:till|via|per|på)(?!\p{L})/iu

export const UP_TO =
	/(?:till\soch\smed|t\.?\s?o\.?\s?m\.?|fram\still|intill|(?<!\p{L})till|from|från\soch\smed|fr\.?\s?o\.?\s?m\.?)(?:\sden)?\s?$/iu

/** A part has a time of its own, and the day follows at once: "gäller en kortare remisstid, den 15 januari". */
export const TIME_OF_PART =
	/(?:kortare|tidigare|särskild|längre)\s(?:remiss|svars)(?:tid|dag|datum|frist)\p{L}{0,3}(?:\s\p{L}{1,12}){0,4}[\s,:(–-]{0,3}$/iu
