import type { SendMail } from '#mail/port.ts'
import type { Deps } from '#usecases/perform.ts'

export type JobDeps = Deps & { readonly mail: SendMail; readonly origin: string }

/** What is done every minute. */
export async function runJobs(_deps: JobDeps): Promise<void> {}
