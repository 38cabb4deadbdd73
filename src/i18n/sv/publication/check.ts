export const checking = {
	title: 'Kontrollera att ett svar är äkta',
	lead: 'Här ser du om text och beslut i ett publicerat svar är orörda. Din egen webbläsare räknar. En fil som du väljer skickas ingenstans.',
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
		notFound: 'Det finns inget svar på den adressen, eller så svarade inte servern. Se efter att adressen är hel.',
		noRecord:
			'Filen är inte ett publicerat svar. Välj den fil som heter ”Texten och beslutet som JSON” på svarets sida, utan att ändra i den.',
		broken: 'Det gick inte att räkna i den här webbläsaren. Försök i en nyare, eller gör det med kommandona nedan.',
		genuine: 'Det stämmer. Det här är ett svar som är publicerat här, och ingen del av det är ändrad.',
		unpublished:
			'Filen är hel, men inget svar här är publicerat med dess summa. Vem som helst kan göra en sådan fil. Kontrollera den på den webbplats där svaret ska vara publicerat.',
		changed: 'Det stämmer inte. Något i filen har ändrats sedan den gjordes.',
	},
	told: {
		title: 'Svaret',
		coalition: 'Samverkan',
		label: 'Nummer',
		publishedOn: 'Publicerat',
		signed: 'Skrev under',
	},
	readIt: 'Läs svaret där det är publicerat',
	findings: 'Det här kontrollerades',
	found: {
		text: {
			right: 'Textens summa stämmer.',
			wrong: 'Textens summa stämmer inte: texten har ändrats.',
			unknown: 'Textens summa går inte att räkna ut, för en del av texten är borttagen.',
		},
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
	otherSum: 'Summan som du skrev är inte någon av filens. Då är det här ett annat svar, eller ett som har gjorts om.',
	notCompared:
		'Den som driver webbplatsen kan ha gjort om både svaret och summorna. Jämför därför beslutets summa med en som du har fått från annat håll, till exempel från en av föreningarna.',
	sums: 'Filens summor',
	terminal: 'Med egna kommandon',
	terminalHow:
		'Du kan räkna utan den här sidan, i ett terminalfönster där jq finns. De två första raderna skriver ut textens och beslutets summa. Den sista skriver ut de delar som inte stämmer, alltså helst ingenting.',
	ofAnother: 'Sätt svarets adress i stället för ADRESS.',
	placeholder: 'ADRESS.json',
}
