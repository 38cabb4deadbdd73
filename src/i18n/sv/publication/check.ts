export const checking = {
	title: 'Kontrollera att ett svar är äkta',
	lead: 'Här ser du om text och beslut i ett publicerat svar är orörda, eller en rättelse eller återkallelse av ett. Din egen webbläsare räknar. En fil som du väljer skickas ingenstans.',
	address: 'Svarets adress',
	addressHint: 'Till exempel adressen till sidan där du läser svaret.',
	file: 'Eller svarets fil',
	fileHint: 'Filen som slutar på .json. Du kan också släppa den var som helst på sidan.',
	sum: 'En summa att jämföra med',
	sumHint: 'Som du har fått från annat håll, till exempel från en av föreningarna. 64 tecken.',
	check: 'Kontrollera',
	noScript: 'Din webbläsare kör inte sidans program, så den kan inte räkna. Gör det med kommandona nedan i stället.',
	noAddress:
		'Det är inte adressen till ett svar här. Är svaret publicerat på en annan webbplats? Ladda ner filen därifrån och välj den här.',
	result: 'Resultat',
	say: {
		working: 'Räknar …',
		notFound:
			'Det finns inget svar på den adressen, eller så svarade inte servern. Se efter att adressen är hel. Ett äldre svar, från tiden före Samsvar, har ingen summa och går inte att kontrollera här.',
		noRecord:
			'Filen är inte ett publicerat svar, och ingen rättelse eller återkallelse av ett. Välj den fil som heter ”Texten och beslutet som JSON” på svarets sida, eller JSON-filen på rättelsens, utan att ändra i den.',
		broken: 'Det gick inte att räkna i den här webbläsaren. Försök i en nyare, eller gör det med kommandona nedan.',
		genuine: 'Det stämmer. Det här är ett svar som är publicerat här, och ingen del av det är ändrad.',
		genuineAdded:
			'Det stämmer. Det här är en rättelse eller återkallelse som är publicerad här, och ingen del av den är ändrad.',
		unpublished:
			'Filen är hel, men inget svar här är publicerat med dess summa. Vem som helst kan göra en sådan fil. Kontrollera den på den webbplats där svaret ska vara publicerat.',
		unpublishedAdded:
			'Filen är hel, men ingen rättelse eller återkallelse här är publicerad med dess summa. Vem som helst kan göra en sådan fil. Kontrollera den på den webbplats där den ska vara publicerad.',
		changed: 'Det stämmer inte. Något i filen har ändrats sedan den gjordes.',
	},
	told: {
		title: 'Svaret',
		coalition: 'Samverkan',
		label: 'Nummer',
		publishedOn: 'Publicerat',
		signed: 'Skrev under',
	},
	added: {
		correction:
			'Filen är en rättelse. Det som kontrolleras är vad rättelsen säger, vad föreningarna svarade och vilket svar den gäller. Svaret självt kontrolleras för sig.',
		withdrawal:
			'Filen är en återkallelse. Det som kontrolleras är varför svaret återkallas, vad föreningarna svarade och vilket svar den gäller. Svaret självt kontrolleras för sig.',
	},
	readIt: 'Läs där det är publicerat',
	findings: 'Det här kontrollerades',
	found: {
		text: {
			right: 'Textens summa stämmer.',
			wrong: 'Textens summa stämmer inte: texten har ändrats.',
			unknown: 'Textens summa går inte att räkna ut, för en del av texten är borttagen.',
		},
		added: { right: 'Filens summa stämmer.', wrong: 'Filens summa stämmer inte: något i den har ändrats.' },
		record: { right: 'Beslutets summa stämmer.', wrong: 'Beslutets summa stämmer inte: något i beslutet har ändrats.' },
		binds: { right: 'Beslutet gäller just den texten.', wrong: 'Beslutet gäller en annan text.' },
		parts: {
			right: 'Delar som var för sig stämmer:',
			wrong: 'En del stämmer inte med sin summa, saknas, eller hör inte dit. Delar i filen:',
		},
		withheld: {
			right: 'Stycken som är borttagna, vilket filen säger:',
			unknown: 'Stycken som är borttagna, enligt filen. Det går inte att räkna efter:',
			wrong: 'Stycken saknas utan att filen säger det. Så många saknas:',
		},
	},
	sameSum: 'Summan som du skrev är samma som en av filens. Svaret är alltså detsamma som när du fick summan.',
	sameSumAdded: 'Summan som du skrev är samma som filens. Den är alltså densamma som när du fick summan.',
	otherSum: 'Summan som du skrev är inte någon av filens. Då är det här ett annat svar, eller ett som har gjorts om.',
	notCompared:
		'Den som driver webbplatsen kan ha gjort om både svaret och summorna. Jämför därför beslutets summa med en som du har fått från annat håll, till exempel från en av föreningarna.',
	sums: 'Filens summor',
	addedSum: 'Filens summa',
	ofStatement: 'Beslutets summa i svaret som den gäller',
	terminal: 'Med egna kommandon',
	terminalHow:
		'Du kan räkna utan den här sidan, i ett terminalfönster där jq finns. De två första raderna skriver ut textens och beslutets summa. Den sista skriver ut de delar som inte stämmer, alltså helst ingenting.',
	terminalHowAdded:
		'Du kan räkna utan den här sidan, i ett terminalfönster där jq finns. Den första raden skriver ut filens summa. Den andra skriver ut de delar som inte stämmer, alltså helst ingenting.',
	ofAnother: 'Sätt svarets adress i stället för ADRESS.',
	placeholder: 'ADRESS.json',
}
