import { formatCount, formatDate, formatLongDateTime } from '#i18n/format.ts'
import { members } from './members/members.ts'

const roles = members.rolesInText
type Role = Exclude<keyof typeof roles, 'operator'>

/** Whoever gave a seat or ended it, at the start of a sentence. */
export const givers = {
	chair: 'Ordföranden',
	secretary: 'Handläggaren',
	delegate: 'Den ordinarie',
	deputy: 'Ersättaren',
	contributor: 'Medarbetaren',
	operator: 'Den driftansvariga',
	former: 'Den som var ordinarie före dig',
}
type Giver = keyof typeof givers

const results = {
	adopted: 'Texten antogs.',
	rejected: 'Texten antogs inte.',
	noQuorum: 'För få röstade, så texten antogs inte.',
}
type Result = keyof typeof results

const latest = (dueAt: number | null) => (dueAt === null ? '' : ` senast ${formatLongDateTime('sv', dueAt)}`)

/** What letters say. The first line asks for one thing and says by when; the link follows it. */
export const mail = {
	doNotReply: 'Svar på det här mejlet räknas aldrig som en röst eller en underskrift.',
	demonstration: 'Det här är en demonstration: personer, röster och kommentarer är påhittade.',
	signIn: {
		subject: 'Logga in på Samsvar',
		link: 'Öppna länken för att logga in på Samsvar:',
		code: (code: string) => `Eller skriv koden ${code} i webbläsaren där du bad om det här mejlet.`,
		validFor: (minutes: number) =>
			`Länken och koden gäller i ${formatCount('sv', minutes, 'minut', 'minuter')}, en gång.`,
		notYou: 'Bad du inte om det här? Då behöver du inte göra något. Ingen kommer in utan länken eller koden.',
	},
	newWayIn: {
		card: {
			subject: 'Ett nytt kort för att logga in på Samsvar',
			made: (name: string, _coalition: string) =>
				`Du har ett nytt kort för att logga in på Samsvar. Det heter ${name}, och kort som du hade tidigare har slutat gälla.`,
			notYou: (page: string) =>
				`Var det inte du som gjorde det? Logga in med e-post och gör genast ett nytt, så slutar det att gälla:\n${page}`,
		},
		token: {
			subject: 'En ny nyckel för program i ditt namn',
			made: (name: string, coalition: string) =>
				`En nyckel, ”${name}”, är skapad i ditt namn. Med den kan ett program läsa och göra saker i ${coalition} genom Samsvar.`,
			notYou: (page: string) => `Var det inte du som skapade den? Logga in och återkalla den genast:\n${page}`,
		},
	},
	subjects: {
		invitation: (coalition: string) => `Välkommen till ${coalition}`,
		consultation: (title: string) => `Vad tycker ni? ${title}`,
		ballot: (title: string) => `Rösta: ${title}`,
		extended: (title: string) => `Mer tid att rösta: ${title}`,
		objection: (title: string) => `Har ni invändningar? ${title}`,
		objectionToChange: (title: string) => `Ändrad efter beslutet: ${title}`,
		meetingVote: (title: string) => `Stämmer er röst? ${title}`,
		contest: (title: string) => `Rösten stämmer inte? ${title}`,
		contestTakenBack: (title: string) => `Rösten stämmer: ${title}`,
		signoff: (title: string) => `Står ni bakom? ${title}`,
		published: (title: string) => `Publicerat: ${title}`,
		seat: (association: string) => `Nytt uppdrag för ${association}`,
		chair: (coalition: string) => `Ordförande i ${coalition}`,
		unseated: (association: string) => `Ditt uppdrag för ${association} är avslutat`,
		unseatedOther: (association: string) => `Ett uppdrag för ${association} är avslutat`,
		seatTakenBack: (association: string) => `Ett uppdrag för ${association} är tillbakataget`,
	},
	/** What goes before the rest, where an office keeps the reader from answering. */
	ofOthers: {
		subject: (line: string) => `Till kännedom: ${line}`,
		first: (association: string) =>
			`Till kännedom: du är ordförande eller handläggare, och svarar då inte för ${association}. Någon annan i föreningen svarar. Så här skriver vi till dem:`,
	},
	firstLines: {
		/** `by`: who invites; null: whoever runs the service. */
		invitation: (coalition: string, role: Role, association: string | null, by: string | null) =>
			`${by ?? 'Den som driver tjänsten'} bjuder in dig till ${coalition}, som ${roles[role]}${association === null ? '' : ` för ${association}`}. ` +
			'I Samsvar skriver föreningar svar på remisser tillsammans, och varje förening säger själv vad den tycker, röstar och skriver under. ' +
			'Öppna länken, så kommer du in utan lösenord:',
		consultation: (association: string, title: string, dueAt: number | null) =>
			`Säg vad ${association} tycker om ”${title}”${latest(dueAt)}:`,
		ballot: (association: string, title: string, dueAt: number | null) =>
			`Rösta för ${association} om ”${title}”${latest(dueAt)}:`,
		extended: (association: string, title: string, dueAt: number | null) =>
			`För få röstade om ”${title}”, så omröstningen fortsätter. Rösta för ${association}${latest(dueAt)}:`,
		extendedVoted: (association: string, title: string, dueAt: number | null) =>
			`För få röstade om ”${title}”, så omröstningen fortsätter. ${association} har röstat, och rösten gäller. Den går att ändra${latest(dueAt)}:`,
		again: (association: string, title: string, dueAt: number | null) =>
			`För få röstade om ”${title}”, så omröstningen hålls igen. Alla röstar på nytt. Rösta för ${association}${latest(dueAt)}:`,
		objection: (association: string, title: string, dueAt: number | null) =>
			`Läs ”${title}” och säg till${latest(dueAt)} om ${association} har något att invända:`,
		objectionToChange: (association: string, title: string, dueAt: number | null) =>
			`Ett skrivfel i ”${title}” är rättat efter beslutet. Läs det och säg till${latest(dueAt)} om ${association} invänder, med ett tryck:`,
		/** `said`: how the association is said to have voted. */
		meetingVote: (said: string, title: string, heldOn: string, result: Result, dueAt: number, open: boolean) =>
			`På ett möte ${formatDate('sv', heldOn)} prövades ”${title}”. Så är det infört från protokollet: ${said}. ${results[result]} ${
				open
					? `Säg till senast ${formatLongDateTime('sv', dueAt)} om det inte stämmer, med ett tryck:`
					: `Tiden att säga till gick ut ${formatLongDateTime('sv', dueAt)}. Hör av er till ordföranden, om det inte stämmer. Här står det:`
			}`,
		contest: (association: string, title: string) =>
			`${association} säger att rösten inte stämmer, som är införd för föreningen från mötet om ”${title}”. Texten går inte att publicera förrän det är utrett. Läs protokollet och red ut det:`,
		contestTakenBack: (association: string, title: string) =>
			`${association} säger nu att rösten stämmer, som är införd för föreningen från mötet om ”${title}”. Se hur det står:`,
		signoff: (association: string, title: string, dueAt: number | null) =>
			`Svara${latest(dueAt)} på om ${association} står bakom ”${title}”:`,
		adoptedSignoff: (association: string, title: string, dueAt: number | null) =>
			`”${title}” antogs i omröstningen. Svara${latest(dueAt)} på om ${association} står bakom texten:`,
		published: (title: string, label: string) => `”${title}” är publicerad som ${label}. Läs den här:`,
		seat: (association: string, role: Role, by: Giver) =>
			role === 'delegate'
				? `${givers[by]} har gett någon annan uppdraget som ordinarie för ${association}. Här står vilka som har uppdrag:`
				: `${givers[by]} har gett någon uppdraget som ${roles[role]} för ${association}. Se vem det är, och avsluta uppdraget om det inte stämmer:`,
		chair: (coalition: string, change: 'given' | 'ended' | 'replaced', by: Giver) =>
			`${
				{
					given: `${givers[by]} har gett någon uppdraget som ordförande i ${coalition}.`,
					ended: `${givers[by]} har avslutat någons uppdrag som ordförande i ${coalition}.`,
					replaced: `${givers[by]} har låtit någon annan ta över som ordförande i ${coalition}.`,
				}[change]
			} Se vem som är ordförande:`,
		unseated: (association: string, role: Role, by: Giver, until: number | null) =>
			`${givers[by]} har avslutat ditt uppdrag som ${roles[role]} för ${association}. ${
				until === null
					? 'Se vad du har kvar att göra:'
					: `Stämmer det inte kan du ta tillbaka uppdraget senast ${formatLongDateTime('sv', until)}, med ett tryck:`
			}`,
		unseatedOther: (association: string, role: Role, by: Giver, until: number | null) =>
			`${givers[by === 'former' ? 'delegate' : by]} har avslutat uppdraget som ${roles[role]} för ${association}. Den som hade det har ingen e-post, så berätta det.${
				until === null
					? ''
					: ` Stämmer det inte går det att ta tillbaka senast ${formatLongDateTime('sv', until)}, med kortet, under Mina uppgifter.`
			} Se vilka som har uppdrag:`,
		seatTakenBack: (association: string) =>
			`Den som var ordinarie för ${association} har tagit tillbaka uppdraget, som någon annan hade avslutat. Tala med föreningen om ni inte är överens. Se vilka som har uppdrag:`,
	},
	minutes: (minutes: string) => `Protokollet: ${minutes}`,
	thenSign: 'Stämmer det, så går ni vidare från samma sida och svarar på om ni står bakom texten.',
	silence: 'Den som inte svarar har inget att invända.',
	urgent: (why: string) => `Tiden är kortare än reglerna lovar. Ordföranden har bestämt det: ${why}`,
	from: (coalition: string) => `Mejlet kommer från ${coalition}, genom Samsvar.`,
	why: (name: string, role: Role, association: string | null, coalition: string) =>
		`${name} får det som ${roles[role]} ${association === null ? `i ${coalition}` : `för ${association}`}.`,
	personalLink: (until: number) =>
		`Länken är bara till för dig och gäller till och med ${formatDate('sv', until - 1)}. Den loggar in dig en gång, och sedan igen i samma webbläsare. Skicka den inte vidare.`,
}
