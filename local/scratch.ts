import { mkdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Client } from '@libsql/client/web'
import { openDatabase } from './libsql/open.ts'
import { migrate } from './migrate.ts'
import { unfinishedAt } from './unfinished.ts'

/** An empty database of the present schema, gone when it is disposed of. */
export type Scratch = AsyncDisposable & { readonly client: Client }

/** In `folder`, or where the system keeps what is temporary. */
export async function openScratch(folder: string = tmpdir()): Promise<Scratch> {
	const directory = await unfinishedAt(join(folder, 'scratch'))
	// What a coalition wrote is for nobody else on this machine.
	await mkdir(directory, { mode: 0o700 })
	const { client, close } = openDatabase({ file: join(directory, 'scratch.db'), lasting: false })
	const dispose = async () => {
		close()
		await rm(directory, { recursive: true, force: true })
	}
	try {
		await migrate(client)
	} catch (error) {
		await dispose()
		throw error
	}
	return { client, [Symbol.asyncDispose]: dispose }
}
