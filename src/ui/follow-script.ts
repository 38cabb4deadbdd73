import script from '#client/follow.js'

/** The script by which who may not write in a draft sees it change. It is evaluated when somebody asks for it. */
export const followScript: string = script
