export { type UntoldNotice, untoldIn, untoldQuery } from '#db/members/load-untold.ts'
