/** Characters of a mail's lines at the top, and of what it gives back of another, in which ids are looked for. */
const LOOKED_AT = 256 * 1024
/** Ids that one mail may name. */
const MOST = 20

/** As mails of ours are known by: an id, at the domain that they are sent from. */
const OURS = /<([0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12})@[^\s<>@]{1,255}>/g

const idsIn = (text: string) => [...text.slice(0, LOOKED_AT).toLowerCase().matchAll(OURS)].map(([, id = '']) => id)

/** The letters of ours that a mail says it answers, by their ids (RFC 5322, section 3.6.4): the last that it names first. */
export function answeredIn(headers: Headers): string[] {
	const named = [headers.get('references') ?? '', headers.get('in-reply-to') ?? ''].join(' ')
	return [...new Set(idsIn(named).reverse())].slice(0, MOST)
}

/** The letter of ours of which a report gives back the lines at its top, by its id. */
export function reportedIn(raw: Uint8Array): string[] {
	const text = new TextDecoder('latin1').decode(raw.subarray(0, LOOKED_AT))
	const lines = text.match(/^message-id:[ \t]*(?:\r?\n[ \t]+)?<[^\s<>]{1,300}>/gim) ?? []
	return [...new Set(idsIn(lines.slice(0, MOST).join(' ')))]
}

/** The address that a mail says it is from, in lower case; empty where it says none. `top`: the lines at its top. */
export function senderIn(top: string): string {
	const line = /^from[ \t]*:([^\r\n]*(?:\r?\n[ \t][^\r\n]*)*)/im.exec(top)?.[1] ?? ''
	const said = line.slice(0, 2000)
	const address = said.slice(said.lastIndexOf('<') + 1).replace(/>[\s\S]*$/, '')
	return address.trim().toLowerCase()
}
