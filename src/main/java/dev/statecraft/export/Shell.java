package dev.statecraft.export;

/** Words of a POSIX shell. */
final class Shell {

    private Shell() {}

    /** One word, whatever is in it: inside single quotes nothing has a meaning but the single quote. */
    static String word(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
