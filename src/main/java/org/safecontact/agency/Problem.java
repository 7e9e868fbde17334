package org.safecontact.agency;

/**
 * One thing that is wrong with the agency's folder.
 *
 * @param file the file it stands in
 * @param line the line, counted from 1; 0 when it is about the file as a whole
 * @param sentence what is wrong and what to write instead
 */
record Problem(String file, int line, String sentence) {

    String words() {
        return file + (line > 0 ? ", line " + line : "") + ": " + sentence;
    }
}
