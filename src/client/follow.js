// @ts-check
// Shows a draft as it changes to somebody who may not write in it. The room of the text says that the record has another; what that is, is read from the
// page itself, and what changed is put in its place. What somebody reads, marks or types is not moved or taken.

const place = /** @type {HTMLElement | null} */ (document.querySelector('[data-follow]'))
const words = place?.dataset ?? {}

/** Not all who follow ask at the same moment. Milliseconds. */
const SPREAD_MS = 1_500
/** It is said aloud no more often than this. Milliseconds. */
const SAID_MS = 60_000
/** The first pause before a connection is tried again, and after how many in a row that failed none is. */
const AGAIN_MS = 2_000
const TRIES = 6
/** The person may not be here any more. */
const OUT = 4_001

const article = () => document.querySelector('main article.statement')

let isAsked = false
let isAsking = false
let isStale = false
let misses = 0
let isOver = false
let saidAt = 0
let tries = 0

/** Somebody marks words, or is at something in the text: it waits. */
function isUsed() {
	const text = article()
	const selection = getSelection()
	const isMarked = selection !== null && !selection.isCollapsed && text?.contains(selection.anchorNode)
	return document.hidden || isMarked || text?.contains(document.activeElement) === true
}

/** What stands in the text, and how far down, first what is nearest to the middle of what is in sight: there somebody reads. */
function nearest() {
	const all = [...(article()?.querySelectorAll('p, h2, figure') ?? [])]
	return all
		.map((element) => ({ element, box: element.getBoundingClientRect() }))
		.filter(({ box }) => box.height > 0)
		.map(({ element, box }) => ({ element, top: box.top, away: Math.abs((box.top + box.bottom - innerHeight) / 2) }))
		.sort((one, other) => one.away - other.away)
}

/** @param {ParentNode} old @param {ParentNode} fresh */
function childrenBecome(old, fresh) {
	const [was, is] = [[...old.children], [...fresh.children]]
	let from = 0
	while (from < was.length && from < is.length && was[from]?.isEqualNode(is[from] ?? null)) from += 1
	let [last, end] = [was.length, is.length]
	while (last > from && end > from && was[last - 1]?.isEqualNode(is[end - 1] ?? null)) {
		last -= 1
		end -= 1
	}
	const behind = was[last] ?? null
	for (let at = from; at < Math.max(last, end); at += 1) {
		const [one, other] = [at < last ? was[at] : undefined, at < end ? is[at] : undefined]
		if (one && other) become(one, other)
		else if (one) one.remove()
		else if (other) old.insertBefore(shown(other), behind)
	}
}

/** What holds other parts of the text stays, and those in it become others. */
const HOLDS = 'article, ol, section, div.part, li'

/** @param {Element} old @param {Element} fresh */
function become(old, fresh) {
	if (old.isEqualNode(fresh)) return
	const isHolder = old.matches(HOLDS) && fresh.matches(HOLDS) && old.tagName === fresh.tagName
	if (!isHolder || old.childElementCount === 0 || fresh.childElementCount === 0) return old.replaceWith(shown(fresh))
	for (const { name } of [...old.attributes]) if (!fresh.hasAttribute(name)) old.removeAttribute(name)
	for (const { name, value } of [...fresh.attributes]) old.setAttribute(name, value)
	childrenBecome(old, fresh)
}

/** What is new stands on the colour of what is pointed out, which goes: its words can be read from the first moment. @param {Element} fresh */
function shown(fresh) {
	const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches
	if (!isCalm) {
		requestAnimationFrame(() => fresh.animate([{ backgroundColor: 'var(--tint)', offset: 0 }], { duration: 1_500 }))
	}
	return fresh
}

/** What was unfolded stays so. @param {Element} old @param {Element} fresh */
function keepFolds(old, fresh) {
	for (const fold of old.querySelectorAll('[id] > details[open]')) {
		const { parentElement: part } = fold
		const at = part ? [...part.children].indexOf(fold) : -1
		fresh.querySelector(`#${CSS.escape(part?.id ?? '')}`)?.children[at]?.toggleAttribute('open', true)
	}
}

/** @param {Element} fresh */
function show(fresh) {
	const old = article()
	if (!old) return
	keepFolds(old, fresh)
	if (old.isEqualNode(fresh)) return
	const before = nearest()
	childrenBecome(old, fresh)
	if (Date.now() - saidAt >= SAID_MS) {
		saidAt = Date.now()
		tell(`${words.changed} ${words.follows}`)
	}
	const still = before.find(({ element }) => element.isConnected)
	if (still) scrollBy({ top: still.element.getBoundingClientRect().top - still.top, behavior: 'instant' })
}

/** @param {string} what */
function tell(what) {
	if (place) place.textContent = what
}

async function refresh() {
	isAsked = false
	if (isOver) return
	if (isUsed() || isAsking) {
		isStale = true
		return
	}
	isStale = false
	isAsking = true
	const response = await fetch(location.href.split('#')[0] ?? '').catch(() => null)
	const text = response?.ok ? await response.text().catch(() => null) : ''
	isAsking = false
	// Too many ask, or nobody is there to answer: later.
	if (response === null || text === null || response.status === 429 || response.status >= 500) return askLater()
	misses = 0
	const page = new DOMParser().parseFromString(text, 'text/html')
	const fresh = page.querySelector('main article.statement')
	// The text has moved on, or is not theirs to read any more.
	if (!fresh || !page.querySelector('[data-follow]')) return end(words.moved ?? '')
	if (isUsed()) isStale = true
	else {
		show(document.importNode(fresh, true))
		const [was, is] = [document, page].map((each) => each.querySelector('main .sources'))
		if (was && is && !was.isEqualNode(is)) was.replaceWith(document.importNode(is, true))
		// Something came while this was on its way.
		if (isStale) ask()
	}
}

function ask() {
	if (isAsked || isOver) return
	isAsked = true
	setTimeout(() => void refresh(), Math.random() * SPREAD_MS)
}

function askLater() {
	isStale = true
	misses += 1
	if (misses <= TRIES) setTimeout(ask, AGAIN_MS * 2 ** misses)
}

/** @param {string} what */
function end(what) {
	isOver = true
	tell(what)
}

/** @param {string} path */
function follow(path) {
	const socket = new WebSocket(new URL(path, location.href.replace(/^http/, 'ws')))
	socket.onopen = () => {
		// What was written while there was no connection.
		if (tries > 0) ask()
		tries = 0
		tell(words.follows ?? '')
	}
	socket.onmessage = ({ data }) => {
		const { kind } = JSON.parse(String(data))
		if (kind === 'saved' || kind === 'comments' || kind === 'frozen') ask()
	}
	socket.onclose = ({ code }) => {
		tries += 1
		if (code === OUT || isOver || tries > TRIES) return tell('')
		setTimeout(() => follow(path), AGAIN_MS * 2 ** (tries - 1) * (0.5 + Math.random()))
	}
}

if (words.follow !== undefined && article()) {
	// What is read is held where it is by the script, and not by the browser too.
	document.documentElement.style.overflowAnchor = 'none'
	follow(words.follow)
	for (const event of ['visibilitychange', 'selectionchange', 'focusout']) {
		document.addEventListener(event, () => {
			if (isStale && !isUsed()) ask()
		})
	}
}
