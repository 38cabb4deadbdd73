import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Browser, testApp } from '#test/support/app.ts'
import { createGoldenWorld, publish } from '#test/support/published.ts'
import type { CoalitionWorld } from '#test/support/world.ts'

let world: CoalitionWorld
let browser: Browser
beforeAll(async () => {
	world = await createGoldenWorld()
	await publish(world)
	browser = testApp(world).browser()
})
afterAll(() => world[Symbol.asyncDispose]())

const textAt = async (path: string) => (await browser.get(path)).text()

test('of what a stranger types little is said again, and as text', async () => {
	const bare = await textAt('/check')
	const long = await textAt(`/check?address=${'x'.repeat(10_000)}&sum=${'y'.repeat(10_000)}`)
	expect(long.length - bare.length).toBeLessThan(2_000)
	const hostile = await textAt(`/en/check?address=${encodeURIComponent('"><script>alert(1)</script>')}`)
	expect(hostile).not.toContain('<script>alert')
	expect(hostile).toContain('is not the address of a statement here')
})

test('a hash leads to what is published under it, and no other leads anywhere', async () => {
	const { recordHash, textHash } = JSON.parse(await textAt('/nsph-stockholm/2022/1.json'))
	expect(await (await browser.get(`/check/${recordHash}`)).json()).toEqual({ page: '/nsph-stockholm/2022/1' })
	for (const other of [textHash, '0'.repeat(64)]) {
		const answer = await browser.get(`/check/${other}`)
		expect(answer.status).toBe(404)
		expect(await answer.json()).toEqual({ page: null })
	}
	expect((await browser.get(`/check/${recordHash.toUpperCase()}`)).status).not.toBe(200)
})
