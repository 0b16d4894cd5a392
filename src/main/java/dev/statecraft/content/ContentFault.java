package dev.statecraft.content;

/**
 * Something wrong with a piece of content.
 *
 * @param file path below the content folder, such as {@code scenarios/retries/scenario.yaml}
 * @param place the field, such as {@code /outcomes/2/say}
 * @param message what is wrong and how to mend it
 */
public record ContentFault(String file, String place, String message) {
    @Override
    public String toString() {
        return file + " " + place + ": " + message;
    }
}
