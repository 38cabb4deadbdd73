import type { Bounded } from '#domain/kernel/telling.ts'

export const tellings: Readonly<Record<Bounded, (times: string) => string>> = {
	bylaws: (times) => `The rules for decisions have been changed ${times}`,
	renamed: (times) => `The coalition has been given another name or designation ${times}`,
	chair: (times) => `Who is chair has been changed ${times}`,
	members: (times) => `Which associations are members has been changed ${times}`,
	consultation: (times) => `Texts have been sent out for views ${times}`,
	ballot: (times) => `Ballots have been opened ${times}`,
	consensusList: (times) => `Consensus lists have been sent out or cancelled ${times}`,
	meetingVote: (times) => `Decisions from meetings have been entered ${times}`,
	signoff: (times) => `The associations have been asked to answer about an adopted text ${times}`,
	reminder: (times) => `Associations have been reminded ${times}`,
	addendum: (times) => `Corrections and withdrawals have been proposed or published ${times}`,
	outcomes: (times) => `What came of positions has been recorded ${times}`,
	older: (times) => `Older statements have been brought in or changed ${times}`,
	invitation: (times) => `Seats have been given ${times}`,
	seat: (times) => `Seats have been given ${times}`,
	response: (times) => `Answers have been sent to their addressees ${times}`,
	sent: (times) => `Answers have been sent to their addressees ${times}`,
}
