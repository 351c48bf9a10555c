package eu.urbact.infocus.portal.shell;

/** The version of something that a form was filled in on, carried along by the form. */
public final class SeenVersion {

    private SeenVersion() {}

    /**
     * The entity tag of that version, for {@code If-Match}. Whatever is no digit is left out: the field can be tampered with, and becomes
     * part of a header.
     *
     * @param version what the form has sent; null when it has sent none
     */
    public static String etag(String version) {
        return "\"v" + (version == null ? "" : version.replaceAll("\\D", "")) + "\"";
    }
}
