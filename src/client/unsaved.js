// @ts-check
// What somebody wrote in a text and that never came in, on a page of that text. What stands in the folder is put together into one script.
import './unsaved/start.ts'
