import { formatCount, formatList, formatLongDateTime, formatNumber } from '#i18n/format.ts'
import { givers } from '#i18n/sv/mail.ts'

const at = (instant: number) => formatLongDateTime('sv', instant)
type Giver = keyof typeof givers

/** How many new members a mail names. */
const NAMED = 20

function named(names: readonly string[]): string {
	const rest = names.length - NAMED
	return rest > 0 ? `${names.slice(0, NAMED).join(', ')} och ${formatNumber('sv', rest)} till` : formatList('sv', names)
}

/** What counts only when all have had time to learn of it: other bylaws, and who is a member. */
export const changes = {
	mail: {
		bylawsSubject: (coalition: string) => `Regler för beslut i ${coalition}`,
		membersSubject: (coalition: string) => `Medlemmar i ${coalition}`,
		renamedSubject: (former: string) => `Nytt namn eller ny beteckning: ${former}`,
		renamed: (by: Giver, from: string, to: string) =>
			`${givers[by]} har bytt namn på samverkan, från ${from} till ${to}.`,
		newPrefix: (by: Giver, from: string, to: string) =>
			`${givers[by]} har bytt beteckning i numren, från ${from} till ${to}. Det som redan är publicerat behåller sina nummer.`,
		renamedBack: (by: Giver, name: string, prefix: string) =>
			`${givers[by]} har bytt namn på samverkan eller beteckning i numren, och bytt tillbaka. Det är som förut: ${name}, ${prefix}.`,
		seeCoalition: 'Se hur det står nu:',
		bylaws: (by: Giver, coalition: string, chosen: string, former: string, until: number) =>
			`${givers[by]} har valt andra regler för beslut i ${coalition}: ”${chosen}” i stället för ”${former}”. De gäller omröstningar som startar från och med ${at(until)}. Se vad som gäller:`,
		bylawsKept: (by: Giver, coalition: string, chosen: string) =>
			`${givers[by]} har tagit tillbaka bytet av regler för beslut i ${coalition}. ”${chosen}” gäller som förut. Se vad som gäller:`,
		added: (by: Giver, coalition: string, names: readonly string[], from: number | null) =>
			`${givers[by]} har lagt till ${names.length === 1 ? '' : `${formatCount('sv', names.length, 'förening', 'föreningar')} i ${coalition}: `}${named(names)}${names.length === 1 ? ` i ${coalition}` : ''}. ${names.length === 1 ? 'Föreningen' : 'De'} är med i omröstningar som startar från och med ${from === null ? 'nu' : at(from)}.`,
		leaving: (by: Giver, coalition: string, name: string, when: number) =>
			`${givers[by]} har bestämt att ${name} lämnar ${coalition} ${at(when)}. Till dess är föreningen med i omröstningar som startar.`,
		left: (by: Giver, coalition: string, name: string) =>
			`${givers[by]} har tagit bort ${name} ur ${coalition}. Ingen har haft uppdrag för den.`,
		kept: (by: Giver, coalition: string, name: string) =>
			`${givers[by]} har bestämt att ${name} stannar kvar i ${coalition}.`,
		undone: (by: Giver, coalition: string, names: readonly string[]) =>
			`${givers[by]} har lagt till ${named(names)} i ${coalition} och tagit bort ${names.length === 1 ? 'den' : 'dem'} igen.`,
		seeMembers: 'Se vilka som är med:',
		again: (times: number) =>
			`Det har ändrats ${formatCount('sv', times, 'gång', 'gånger')} sedan du fick veta det senast. Så här är det nu.`,
	},
	bylaws: 'Regler för beslut',
	bylawsNow: (name: string, means: string) => `${name}. ${means}`,
	bylawsPending: (former: string, chosen: string, until: number) =>
		`Till ${at(until)} gäller ”${former}”. Omröstningar som startar därefter följer ”${chosen}”.`,
	bylawsTakeBack: (former: string) => `Vill ni behålla ”${former}”, välj dem igen före dess.`,
	bylawsHint: (days: number) =>
		`Andra regler börjar gälla efter ${formatCount('sv', days, 'dygn', 'dygn')}, och alla föreningar får mejl om bytet. Så länge ingen har haft uppdrag för en förening gäller de genast.`,
	decidedBy: (former: string, chosen: string, until: number) =>
		`Det som startar före ${at(until)} avgörs enligt ”${former}”. Därefter gäller ”${chosen}”, som ni har bytt till.`,
	notYetIn: 'Inte med i omröstningar än:',
	notYet: (name: string, from: number) => `${name}: med i omröstningar som startar från och med ${at(from)}.`,
	votesFrom: (from: number) => `Med i omröstningar från och med ${at(from)}`,
	leavesAt: (when: number) => `Lämnar ${at(when)}`,
	keep: (name: string) => `Behåll ${name}`,
	leaveMeans: (when: number) => [
		`Föreningen lämnar ${at(when)}. Till dess är den med i omröstningar som startar, och du kan ångra dig.`,
		'Alla föreningar får mejl om det, den som lämnar också.',
		'När den lämnar slutar alla uppdrag i den. Efter det kan den inte rösta i en omröstning som pågår.',
		'Det den redan har röstat och skrivit under gäller.',
	],
	leaveAtOnce: 'Ingen har haft uppdrag för föreningen, så den lämnar genast.',
	leavingAlready: (name: string, when: number) => `${name} lämnar samverkan ${at(when)}.`,
	addMeans: (days: number) =>
		`En ny förening är med i omröstningar som startar när den har varit medlem i ${formatCount('sv', days, 'dygn', 'dygn')}. Alla andra föreningar får mejl om den.`,
	done: {
		leaving: (name: string, when: number) => `${name} lämnar samverkan ${at(when)}. Alla föreningar får mejl om det.`,
		kept: (name: string) => `${name} stannar kvar i samverkan.`,
		bylaws: (chosen: string, former: string, until: number) =>
			`Ni har valt reglerna ”${chosen}”. Till ${at(until)} gäller ”${former}”.`,
	},
}
