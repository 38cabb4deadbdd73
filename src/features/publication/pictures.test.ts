import { decode } from 'fast-png'
import { expect, test } from 'vitest'
import { ORIGIN, testApp } from '#test/support/app.ts'
import { createGoldenWorld, publish } from '#test/support/published.ts'
import { withholdBlocks } from '#test/support/withheld.ts'

const PAGE = '/nsph-stockholm/2022/1'

async function published() {
	const world = await createGoldenWorld()
	const statementId = await publish(world)
	const { get } = testApp(world).browser()
	const picture = async (path: string) => {
		const response = await get(path)
		expect([response.status, response.headers.get('content-type')]).toEqual([200, 'image/png'])
		return new Uint8Array(await response.arrayBuffer())
	}
	return { world, statementId, get, picture, [Symbol.asyncDispose]: () => world[Symbol.asyncDispose]() }
}

test('a statement and each of its positions have a picture, which their pages lead to', async () => {
	await using place = await published()
	const pictures: Uint8Array[] = []
	for (const path of [PAGE, `${PAGE}/p/9`, `${PAGE}/p/9b`]) {
		const page = await (await place.get(path)).text()
		expect(page).toContain(`<meta property="og:image" content="${ORIGIN}${path}.png"/>`)
		const png = await place.picture(`${path}.png`)
		expect(decode(png)).toMatchObject({ width: 1200, height: 630 })
		pictures.push(png)
	}
	expect(new Set(pictures.map((png) => Buffer.from(png).toString('base64'))).size).toBe(3)
	// On pages in English it is the same: the words are those of the text.
	expect(await (await place.get(`/en${PAGE}/p/9`)).text()).toContain(`content="${ORIGIN}${PAGE}/p/9.png"`)
})

test('there is none of what is not published', async () => {
	await using place = await published()
	for (const path of ['/nsph-stockholm/2022/2.png', `${PAGE}/p/11.png`, `${PAGE}/p/9e.png`, '/nobody/2022/1.png']) {
		expect([path, (await place.get(path)).status]).toEqual([path, 404])
	}
	expect((await place.get(`${PAGE.toUpperCase()}.PNG`)).headers.get('location')).toBe(`${PAGE}.png`)
})

test('what is withheld is in no picture', async () => {
	await using place = await published()
	const before = await place.picture(`${PAGE}/p/9.png`)
	await withholdBlocks(place.world, place.statementId, 'Prioritera grupper')
	place.world.clock.now += 120_000
	expect(await place.picture(`${PAGE}/p/9.png`)).not.toEqual(before)
})
