import { expect, test } from 'vitest'
import { type Mail, type SendMail, Unanswered } from './port.ts'
import { sendWithRetries } from './send-with-retries.ts'

const MAIL: Mail = { id: 'one', to: 'disa@example.org', subject: 'Logga in', text: 'Koden.\n' }

/** Fails with each of these in turn, and then takes what it is sent. */
function failing(...faults: Error[]): { readonly send: SendMail; readonly tries: Mail[] } {
	const tries: Mail[] = []
	const send: SendMail = async (mail) => {
		tries.push(mail)
		const fault = faults.shift()
		if (fault) throw fault
	}
	return { send, tries }
}

test('what is not taken is tried again, as the same mail', async () => {
	const { send, tries } = failing(new Error('no'), new Error('no'))
	await sendWithRetries(send, MAIL, [0, 0])
	expect(tries).toEqual([MAIL, MAIL, MAIL])
})

test('after the last pause it is given up', async () => {
	const { send, tries } = failing(new Error('1'), new Error('2'), new Error('3'))
	await expect(sendWithRetries(send, MAIL, [0, 0])).rejects.toThrow('3')
	expect(tries).toHaveLength(3)
})

test('what may have been taken is sent once more and no further', async () => {
	const { send, tries } = failing(new Unanswered('1'), new Unanswered('2'))
	await expect(sendWithRetries(send, MAIL, [0, 0, 0])).rejects.toThrow('2')
	expect(tries).toHaveLength(2)
})
