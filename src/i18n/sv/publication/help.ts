/** What Samsvar is, and what each does in it: short, in the order in which it happens. */
type Guide = {
	/** Of the page, and of the link to it. */
	readonly title: string
	readonly lead: string
	readonly steps: readonly { readonly what: string; readonly how: string }[]
}
export type Reader = 'steward' | 'delegate' | 'contributor' | 'reader'

const guides: Readonly<Record<Reader, Guide>> = {
	steward: {
		title: 'För ordförande och handläggare',
		lead: 'Du tar in remissen, ser till att texten blir skriven och för den fram till publicering.',
		steps: [
			{
				what: 'Lägg in föreningarna',
				how: 'Öppna Medlemmar och klistra in listan. Ge varje förening en ordinarie, och gärna en ersättare. Den som saknar e-post får ett utskrivet kort att logga in med.',
			},
			{
				what: 'Ta in remissen',
				how: 'Klistra in brevet eller ladda upp filen. Kontrollera sista dagen: inget gäller förrän du har bekräftat det.',
			},
			{
				what: 'Skriv texten',
				how: 'Börja från en mall eller klistra in det ni har. Numrerade ståndpunkter är det som föreningarna tar ställning till.',
			},
			{
				what: 'Skicka ut den för synpunkter',
				how: 'Föreningarna säger vad de tycker om varje ståndpunkt. Svara på synpunkterna innan du går vidare.',
			},
			{ what: 'Låt föreningarna rösta', how: 'Texten låses. När tiden är ute räknas rösterna av sig själva.' },
			{
				what: 'Publicera',
				how: 'När alla har svarat, eller tiden är ute, får texten sitt nummer. Sedan ändras den aldrig.',
			},
		],
	},
	delegate: {
		title: 'För ordinarie och ersättare',
		lead: 'Du svarar för din förening. Du får ett mejl varje gång något väntar på dig.',
		steps: [
			{ what: 'Öppna länken i mejlet', how: 'Du behöver inget lösenord. Länken är bara till för dig.' },
			{
				what: 'Säg vad föreningen tycker',
				how: 'Läs varje ståndpunkt och välj. Det du väljer och skälen publiceras tillsammans med svaret.',
			},
			{
				what: 'Rösta',
				how: 'Ja, nej eller avstår gäller hela texten. Du kan ändra rösten tills omröstningen stänger, om den inte är sluten.',
			},
			{ what: 'Skriv under', how: 'Säg om föreningen står bakom den text som antogs. Ofta följer det med ett ja.' },
			{
				what: 'När den ordinarie är borta',
				how: 'Då svarar ersättaren. Har den ordinarie redan svarat gäller det svaret.',
			},
		],
	},
	contributor: {
		title: 'För medarbetare',
		lead: 'Du lämnar synpunkter för din förening. Den ordinarie röstar och skriver under.',
		steps: [
			{ what: 'Läs texten', how: 'Öppna den från arbetsrummet, där allt som pågår finns.' },
			{
				what: 'Lämna en synpunkt',
				how: 'Tryck på Synpunkter vid den del det gäller, eller skriv om hela texten. Alla medlemmar ser vad du skriver.',
			},
			{
				what: 'Se vad som svaras',
				how: 'Du får veta när synpunkten är besvarad. Du kan öppna den igen, om något återstår.',
			},
		],
	},
	reader: {
		title: 'För dig som läser ett svar',
		lead: 'Du behöver inget konto. Allt som är publicerat kan läsas av vem som helst.',
		steps: [
			{
				what: 'Se vilka som står bakom',
				how: 'Bredvid texten står varje förening: hur den röstade, om den skrev under, och vad den tycker om varje ståndpunkt.',
			},
			{
				what: 'Hänvisa till det',
				how: 'Varje svar har ett nummer, och varje ståndpunkt en egen adress. De ändras aldrig.',
			},
			{
				what: 'Kontrollera att det är äkta',
				how: 'Under texten trycker du på ”Kontrollera här”. Då räknar din webbläsare efter att ingen har ändrat den sedan den publicerades.',
			},
		],
	},
}

export const help = {
	guides,
	about: {
		title: 'Om Samsvar',
		lead: 'Samsvar hjälper föreningar att svara tillsammans på remisser från myndigheter.',
		parts: [
			{
				what: 'Föreningen är den som svarar',
				how: 'Föreningar som samverkar skriver en gemensam text. Varje förening säger vad den tycker, röstar och skriver under. Den som har en annan mening kan säga det, och det publiceras med svaret.',
			},
			{
				what: 'Det som publiceras ligger fast',
				how: 'Svaret får ett nummer och ändras aldrig. En rättelse blir en egen text. Vem som helst kan kontrollera att svaret är äkta.',
			},
			{
				what: 'Personer syns inte',
				how: 'Utåt syns föreningar, inte vem som röstade för dem. Bara den som har skrivit sitt namn i texten nämns där.',
			},
			{
				what: 'Fri programvara',
				how: 'Samsvar får användas, granskas och ändras av alla. Inget spårar den som läser, och inga kakor behövs för att läsa.',
			},
		],
		guides: 'Så gör du',
	},
	link: 'Hjälp: så gör du',
	back: 'Om Samsvar',
}
