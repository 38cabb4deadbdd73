import type { BylawsSubject, MembersSubject, NotificationSubject, RenamedSubject } from '#domain/kernel/notification.ts'
import { catalogue, type Language } from '#i18n/index.ts'

/** Which bylaws were chosen, from when they count, and as what it was done. */
export function bylawsFirstLine({ chosen, former, by }: BylawsSubject, coalition: string, language: Language): string {
	const { changes, settings } = catalogue(language)
	const name = settings.presets[chosen]
	if (former === null) return changes.mail.bylawsKept(by, coalition, name)
	return changes.mail.bylaws(by, coalition, name, settings.presets[former.preset], former.until)
}

/** What the coalition, or its series, was called, and is called now. */
export function renamedFirstLine({ from, to, by }: RenamedSubject, language: Language): string {
	const t = catalogue(language).changes.mail
	const changed = [
		...(from.name === to.name ? [] : [t.renamed(by, from.name, to.name)]),
		...(from.seriesPrefix === to.seriesPrefix ? [] : [t.newPrefix(by, from.seriesPrefix, to.seriesPrefix)]),
	]
	return [...(changed.length > 0 ? changed : [t.renamedBack(by, to.name, to.seriesPrefix)]), t.seeCoalition].join(' ')
}

/** Who was added, leaves or stays, from when that counts, and as what it was done. */
export function membersFirstLine({ changes }: MembersSubject, coalition: string, language: Language): string {
	const t = catalogue(language).changes.mail
	return `${changes.map((change) => sentence(change, coalition, language)).join(' ')} ${t.seeMembers}`
}

function sentence({ by, ...change }: MembersSubject['changes'][number], coalition: string, language: Language): string {
	const t = catalogue(language).changes.mail
	switch (change.what) {
		case 'added':
			return t.added(by, coalition, change.names, change.from)
		case 'leaves':
			return change.at === null ? t.left(by, coalition, change.name) : t.leaving(by, coalition, change.name, change.at)
		case 'kept':
			return t.kept(by, coalition, change.name)
		case 'undone':
			return t.undone(by, coalition, change.names)
	}
}

/** That it changed more than once since the reader was told. */
export function changedAgain(subject: NotificationSubject, language: Language): string {
	return 'times' in subject && subject.times > 1 ? catalogue(language).changes.mail.again(subject.times) : ''
}
