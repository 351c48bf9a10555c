package eu.urbact.infocus.registration.owndata;

/** Why a person is forgotten; a code, because words about it might say too much. */
public enum ErasureReason {
    /** The person did it, behind their own link. */
    BY_THE_PERSON,
    /** The person has asked the organisers. */
    PERSON_ASKED,
    /** It should never have been there. */
    MISTAKE,
    /** Somebody else has entered it without being asked to. */
    ENTERED_BY_SOMEBODY_ELSE,
    /** Its time was over. */
    RETENTION_OVER;

    /** Whether the person wants to be forgotten, and not only this application to be. */
    boolean isWishOfThePerson() {
        return this == BY_THE_PERSON || this == PERSON_ASKED;
    }

    /** Whether it is about the person, so that what is kept under their address beside the application goes too. */
    boolean isAboutThePerson() {
        return isWishOfThePerson() || this == RETENTION_OVER;
    }
}
