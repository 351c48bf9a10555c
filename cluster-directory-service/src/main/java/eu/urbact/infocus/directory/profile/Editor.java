package eu.urbact.infocus.directory.profile;

/**
 * Who changes a profile.
 *
 * @param actor as the audit trail names them
 * @param name name of the account, as colleagues know it; null for the platform itself
 */
record Editor(String actor, String name) {

    static final Editor PLATFORM = new Editor("system", null);
}
