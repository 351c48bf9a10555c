package eu.urbact.infocus.registration.privacy;

/**
 * One thing that is kept about a person.
 *
 * @param name as it is called in the person's own data, e.g. {@code motivation}
 * @param purpose what it is needed for, in a few plain words, e.g. {@code To write to you}
 * @param retention how long
 */
public record PersonalField(String name, String purpose, Retention retention) {}
