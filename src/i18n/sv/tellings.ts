import type { Bounded } from '#domain/kernel/telling.ts'

/** What was done so many times that all who got mail of it would drown in it. */
export const tellings: Readonly<Record<Bounded, (times: string) => string>> = {
	bylaws: (times) => `Reglerna för beslut har ändrats ${times}`,
	renamed: (times) => `Samverkan har fått ett annat namn eller en annan beteckning ${times}`,
	chair: (times) => `Vem som är ordförande har ändrats ${times}`,
	members: (times) => `Vilka föreningar som är med har ändrats ${times}`,
	consultation: (times) => `Texter har skickats ut för synpunkter ${times}`,
	ballot: (times) => `Omröstningar har öppnats ${times}`,
	consensusList: (times) => `Samförståndslistor har skickats ut eller avbrutits ${times}`,
	meetingVote: (times) => `Beslut från möten har förts in ${times}`,
	signoff: (times) => `Föreningarna har blivit ombedda att svara på en antagen text ${times}`,
	reminder: (times) => `Föreningar har blivit påminda ${times}`,
	addendum: (times) => `Rättelser och återkallelser har föreslagits eller publicerats ${times}`,
	outcomes: (times) => `Vad det blev av ståndpunkter har noterats ${times}`,
	older: (times) => `Äldre svar har lagts in eller ändrats ${times}`,
	invitation: (times) => `Uppdrag har getts ${times}`,
	seat: (times) => `Uppdrag har getts ${times}`,
	response: (times) => `Svar har skickats till mottagare ${times}`,
	sent: (times) => `Svar har skickats till mottagare ${times}`,
}
