/** Pages for what went wrong: what happened, and what to do. */
export const errors = {
	whatYouWrote: 'Det här skrev du. Kopiera det innan du går vidare.',
	badRequest: {
		title: 'Vi förstod inte det som skickades',
		what: 'Sidan fick inte det den behövde. Ingenting har ändrats.',
		todo: [
			'Gå tillbaka och försök igen.',
			'Kopiera först det du har skrivit, om du vill vara säker på att ha det kvar.',
		],
	},
	forbidden: {
		title: 'Du kan inte öppna den här sidan',
		what: 'Du är inloggad, men din roll ger dig inte tillgång till sidan.',
		todo: [
			'Titta under Mina uppgifter. Där finns allt som väntar på dig.',
			'Fråga ordföranden eller handläggaren, om du tror att du ska kunna öppna sidan.',
		],
	},
	signInFirst: {
		title: 'Logga in för att fortsätta',
		what: 'Sidan är för samverkans medlemmar.',
		todo: ['Logga in. Sedan kommer du till sidan.'],
	},
	notFound: {
		title: 'Sidan finns inte',
		what: 'Adressen kan vara felskriven. Sidan kan också vara till för andra än dig.',
		todo: ['Kontrollera adressen.', 'Gå till startsidan och leta därifrån.', 'Logga in, om sidan är för medlemmar.'],
	},
	gone: {
		title: 'Den här länken gäller inte längre',
		what: 'Länken är redan använd, för gammal eller ersatt av en ny.',
		todo: ['Be om en ny länk.', 'Titta efter en nyare länk i din e-post.'],
	},
	tooLarge: {
		title: 'Det du skickade är för stort',
		what: 'Vi kunde inte ta emot det. Ingenting har ändrats.',
		todo: ['Dela upp texten, eller välj en mindre fil.', 'Gå tillbaka. Det du har skrivit finns kvar i fälten.'],
	},
	notAllShown: 'Allt du skrev visas inte här. Gå tillbaka i webbläsaren, där det finns kvar, och kopiera det därifrån.',
	tooMany: {
		title: 'Vänta en stund',
		what: 'Det har kommit för många försök på kort tid.',
		todo: ['Vänta några minuter och försök sedan igen.'],
	},
	broken: {
		title: 'Något gick fel hos oss',
		what: 'Felet är vårt, inte ditt. Vi vet inte säkert om det du skickade blev sparat.',
		todo: [
			'Gå tillbaka och försök igen. Du kan lugnt skicka samma sak en gång till: det räknas bara en gång.',
			'Försök igen om en stund, om det inte hjälper.',
		],
	},
	busy: {
		title: 'Det är mycket att göra just nu',
		what: 'Vi hann inte med. Inget är sparat än.',
		todo: ['Vänta en stund och försök igen.', 'Gå tillbaka. Det du har skrivit finns kvar i fälten.'],
	},
	goTo: 'Gå vidare härifrån',
	startPage: 'Till startsidan',
	/** A short code that helps the operator find the fault. It says nothing about the person. */
	reference: (code: string) => `Felkod: ${code}. Ange den om du hör av dig.`,
}
