/** What every letter shares. Each slice adds its own subjects. */
export const mail = {
	greeting: (name: string) => `Hej ${name}!`,
	doNotReply: 'Svar på det här mejlet räknas aldrig som en röst eller en underskrift.',
}
