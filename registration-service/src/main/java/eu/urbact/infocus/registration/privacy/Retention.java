package eu.urbact.infocus.registration.privacy;

/** How long something about a person is kept: until what it is needed for is done. The days are in {@link RetentionConfig}. */
public enum Retention {
    /** For the days of the workshop: meals, travel, rooms, what somebody needs to take part. */
    LOGISTICS,
    /** To decide about the application, and to explain the decision to whoever asks. */
    DECISION,
    /** To prove to the programme who took part; the end for everything about a person. */
    EVIDENCE
}
