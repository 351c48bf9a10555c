package eu.urbact.infocus.registration.privacy;

/**
 * One thing that is kept about a person.
 *
 * @param name as it is called in the person's own data, e.g. {@code motivation}
 * @param purpose what it is needed for, in a few plain words, e.g. {@code To write to you}
 * @param retention how long at the latest
 * @param ownTime until when, in a few plain words, where it has a time of its own, e.g. {@code 14 days after it was last saved}; otherwise
 *     null. The holder says with {@link PersonalDataHolder#ownTimes} which moment that is
 */
public record PersonalField(String name, String purpose, Retention retention, String ownTime) {

    /** Something that is kept for as long as its kind is. */
    public PersonalField(String name, String purpose, Retention retention) {
        this(name, purpose, retention, null);
    }
}
