package eu.urbact.infocus.notification.smtp;

/** An image that the HTML part shows as {@code cid:<id>}. It travels with the mail: nothing is fetched from anywhere when it is read. */
public final class InlineImage {

    private final String id;
    private final String fileName;
    private final byte[] png;

    /**
     * An image in PNG.
     *
     * @param id the part's {@code Content-ID}, without angle brackets
     * @param fileName a name for mail programs that show it as a file
     */
    public InlineImage(String id, String fileName, byte[] png) {
        this.id = id;
        this.fileName = fileName;
        this.png = png.clone();
    }

    String id() {
        return id;
    }

    String fileName() {
        return fileName;
    }

    /** The image's bytes. */
    public byte[] png() {
        return png.clone();
    }
}
