import type { Rejection } from '#domain/kernel/rejection.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import type { Stage, Statement } from './statement.ts'

/** Refuses unless the statement is in one of the stages. */
export function inStage(statement: Statement, allowed: readonly Stage[]): Result<Statement, Rejection> {
	return allowed.includes(statement.stage)
		? ok(statement)
		: refuse({ code: 'wrongStage', stage: statement.stage, allowed })
}
