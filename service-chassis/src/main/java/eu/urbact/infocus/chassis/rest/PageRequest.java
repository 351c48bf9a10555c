package eu.urbact.infocus.chassis.rest;

import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Which page of a list is asked for; use it as a {@code @Valid @BeanParam}. Taken as text and checked here, so that a page that is
 * no number is answered with the field's name instead of "not found".
 */
public class PageRequest {

    /** From 0. */
    @QueryParam("page")
    @DefaultValue("0")
    @Pattern(regexp = "\\d{1,6}", message = "must be a number from 0 to 999999")
    @Schema(type = SchemaType.INTEGER, minimum = "0", maximum = "999999")
    String page;

    /** Rows on a page. */
    @QueryParam("size")
    @DefaultValue("50")
    @Pattern(regexp = "[1-9]\\d?|1\\d\\d|200", message = "must be a number from 1 to 200, so that a page stays quick")
    @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "200")
    String size;

    /** Made by the REST layer. */
    public PageRequest() {}

    private PageRequest(int page, int size) {
        this.page = Integer.toString(page);
        this.size = Integer.toString(size);
    }

    public static PageRequest of(int page, int size) {
        return new PageRequest(page, size);
    }

    public int page() {
        return Integer.parseInt(page);
    }

    public int size() {
        return Integer.parseInt(size);
    }

    /** How many rows come before this page. */
    public int offset() {
        return page() * size();
    }
}
