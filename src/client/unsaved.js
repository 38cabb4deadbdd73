// @ts-check
// What somebody wrote in a text and that never came in, on a page of that text. Put together into one script from what stands in the folder of the editor.
import './editor/unsaved-start.ts'
