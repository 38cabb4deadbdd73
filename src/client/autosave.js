// @ts-check
// Keeps what is being typed in this browser until it has been sent and saved, and offers it back if it was not: after a
// lost session, a closed tab or a dead battery. Nothing is put back by itself: somebody may have written there since.

const PREFIX = 'samsvar:'
/** What was never sent is dropped after a month. */
const KEPT_MS = 30 * 24 * 60 * 60 * 1000
const PAUSE_MS = 400

const words = /** @type {HTMLElement | null} */ (document.querySelector('[data-autosave-words]'))?.dataset ?? {}

/** @param {string} key @returns {{ text: string, at: number } | null} */
function kept(key) {
	try {
		const entry = JSON.parse(localStorage.getItem(key) ?? 'null')
		return entry && Date.now() - entry.at < KEPT_MS ? entry : null
	} catch {
		return null
	}
}

/** @param {string} key @param {string} text */
function keep(key, text) {
	try {
		localStorage.setItem(key, JSON.stringify({ text, at: Date.now() }))
		return true
	} catch {
		return false
	}
}

/** @param {HTMLTextAreaElement} field */
function watch(field) {
	const key = PREFIX + field.dataset.autosave
	const status = document.createElement('p')
	status.className = 'hint'
	status.setAttribute('role', 'status')
	field.after(status)

	const entry = kept(key)
	if (entry && entry.text !== field.value && entry.text.trim() !== '') offer(field, status, entry.text, key)
	else localStorage.removeItem(key)

	let timer = 0
	field.addEventListener('input', () => {
		clearTimeout(timer)
		timer = window.setTimeout(() => {
			if (field.value === field.defaultValue) localStorage.removeItem(key)
			else if (keep(key, field.value)) status.textContent = words.kept ?? ''
		}, PAUSE_MS)
	})
}

/** @param {HTMLTextAreaElement} field @param {HTMLElement} status @param {string} text @param {string} key */
function offer(field, status, text, key) {
	const button = (/** @type {string} */ label, /** @type {() => void} */ act) => {
		const made = document.createElement('button')
		made.type = 'button'
		made.className = 'button secondary'
		made.textContent = label
		made.addEventListener('click', act)
		return made
	}
	const restore = button(words.restore ?? '', () => {
		field.value = text
		status.textContent = words.restored ?? ''
		field.focus()
	})
	const drop = button(words.drop ?? '', () => {
		localStorage.removeItem(key)
		status.textContent = ''
		field.focus()
	})
	status.replaceChildren(words.found ?? '', ' ', restore, ' ', drop)
}

for (const field of document.querySelectorAll('textarea[data-autosave]')) {
	watch(/** @type {HTMLTextAreaElement} */ (field))
}

// On a shared computer, what was typed goes with the person who typed it.
document.querySelector('form[data-sign-out]')?.addEventListener('submit', () => {
	for (const key of Object.keys(localStorage)) if (key.startsWith(PREFIX)) localStorage.removeItem(key)
})

// A second press while the first is under way would only be told that it is done already.
for (const form of document.querySelectorAll('form[method="post"]')) {
	form.addEventListener('submit', (event) => {
		if (form.hasAttribute('data-sent')) event.preventDefault()
		form.setAttribute('data-sent', '')
	})
}
window.addEventListener('pageshow', () => {
	for (const form of document.querySelectorAll('form[data-sent]')) form.removeAttribute('data-sent')
})
