package eu.urbact.infocus.registration.selfservice;

/** What a link is good for; a link of one purpose opens nothing else. */
public enum LinkPurpose {
    /** See, edit and withdraw the own application. */
    MY_APPLICATION((byte) 1),
    /** Accept or decline a partner city's invitation. */
    INVITATION((byte) 4),
    /** Say at the door who somebody is; the people there do the rest. */
    TICKET((byte) 7);

    private final byte code;

    LinkPurpose(byte code) {
        this.code = code;
    }

    /** Part of the signed bytes; never reused for another purpose. */
    byte code() {
        return code;
    }
}
