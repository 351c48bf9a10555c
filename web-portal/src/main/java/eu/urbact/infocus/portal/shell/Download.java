package eu.urbact.infocus.portal.shell;

import java.io.InputStream;
import java.util.Map;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;

import org.jboss.resteasy.reactive.RestResponse;

/** Tables of the services that people take away as files, in one of the formats {@code csv} and {@code xlsx}. */
public final class Download {

    private static final Map<String, String> TYPES = Map.of(
            "csv",
            "text/csv;charset=UTF-8",
            "xlsx",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private Download() {}

    /** Whether there are tables in this format. */
    public static boolean isFormat(String format) {
        return TYPES.containsKey(format);
    }

    /** A table of people, which nothing on the way may keep. */
    public static RestResponse<byte[]> ofPeople(byte[] table, String name, String format) {
        return RestResponse.ResponseBuilder.ok(table)
                .type(TYPES.get(format))
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment(name, format))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    /** A table that is passed on piece by piece as the service sends it. */
    public static Response inPieces(InputStream table, String name, String format) {
        StreamingOutput pieces = out -> {
            try (table) {
                table.transferTo(out);
            }
        };
        return Response.ok(pieces, TYPES.get(format))
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment(name, format))
                .build();
    }

    private static String attachment(String name, String format) {
        return "attachment; filename=\"" + name + "." + format + "\"";
    }
}
