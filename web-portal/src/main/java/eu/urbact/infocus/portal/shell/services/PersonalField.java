package eu.urbact.infocus.portal.shell.services;

/**
 * Something that is kept about people.
 *
 * @param kept how long, in words
 */
public record PersonalField(String section, String field, String purpose, String kept) {

    /** What it is, in words. */
    public String label() {
        return OwnData.words(field);
    }

    /** What it belongs to, in words. */
    public String part() {
        return OwnData.words(section);
    }
}
