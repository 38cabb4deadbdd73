import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { allRoutes } from '#app'
import { ROOT } from '#local/build.ts'
import { routes } from '#routes'
import { ROUTES_OF } from '#test/support/room.ts'
import { planOf, ROOM, ROOMS } from './rooms.ts'

const STEPS = ['types', 'lint', 'unused', 'tests']

test('without names every step and every room is checked, whatever a stray variable says', () => {
	const env = { PATH: '/bin' }
	expect(planOf([], STEPS, { ...env, [ROOM]: 'deciding' })).toEqual({
		ok: true,
		value: { steps: STEPS, files: [], env },
	})
	const some = planOf(['lint', 'tests'], STEPS, { ...env, [ROOM]: 'deciding' })
	expect(some).toEqual({ ok: true, value: { steps: ['lint', 'tests'], files: [], env } })
})

test('a room is its types, its lint, the tests that stand in it on any floor, and the walks, kept to it', () => {
	const found = planOf(['comment'], STEPS, {})
	if (!found.ok) throw new Error(found.reason)
	expect(found.value.steps).toEqual(['types', 'lint', 'tests'])
	expect(found.value.env).toEqual({ [ROOM]: 'comment' })
	expect(found.value.files).toEqual(
		expect.arrayContaining([
			'src/api/comment.test.ts',
			'src/domain/comment/comment.test.ts',
			'src/features/comment/routes.test.ts',
			'test/browser/every-page.test.ts',
			'test/house/access.test.ts',
		]),
	)
	expect(found.value.files.filter((file) => /\/(deciding|members)\b/.test(file))).toEqual([])
})

test('a name that is no step and no room is refused with a sentence that lists both', () => {
	const checked = spawnSync(process.execPath, ['test/house/check.ts', 'types', 'decidng'], {
		cwd: ROOT,
		encoding: 'utf8',
	})
	expect(checked.status).toBe(2)
	expect(checked.stderr).toBe(
		`There is no step and no room decidng. Steps: ${STEPS.join(', ')}. Rooms: ${ROOMS.join(', ')}.\n`,
	)
	expect(planOf(['comment', 'deciding'], STEPS, {}).ok).toBe(false)
})

test('the rooms are those of the map', () => {
	const map = readFileSync(join(ROOT, 'ARCHITECTURE.md'), 'utf8')
	const named = [...map.matchAll(/^\| `(\w+)` \| [^|]+\|$/gm)].map(([, name = '']) => name)
	expect(named.filter((name) => ROOMS.includes(name)).sort()).toEqual(ROOMS)
	expect(Object.keys(ROUTES_OF).sort()).toEqual(ROOMS)
})

test('every route is of one room, but for what serves them all', () => {
	const rooms = allRoutes.map((route) => Object.values(ROUTES_OF).filter((own) => own.includes(route)).length)
	const ofNone = allRoutes.filter((_route, index) => rooms[index] === 0).map(({ path }) => path)
	expect(ofNone).toEqual([routes.script, `${routes.api}/openapi.json`, `${routes.api}/*`])
	expect(Math.max(...rooms)).toBe(1)
})
