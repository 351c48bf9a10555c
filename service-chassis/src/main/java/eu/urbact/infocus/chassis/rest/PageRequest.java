package eu.urbact.infocus.chassis.rest;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;

/** Which page of a list is asked for; use it as a {@code @Valid @BeanParam}. */
public class PageRequest {

    /** From 0. */
    @QueryParam("page")
    @DefaultValue("0")
    @Min(0)
    @Max(value = 1_000_000, message = "must not be above 1,000,000")
    int page;

    /** Rows on a page. */
    @QueryParam("size")
    @DefaultValue("50")
    @Min(1)
    @Max(value = 200, message = "must not be above 200, so that a page stays quick")
    int size;

    /** Made by the REST layer. */
    public PageRequest() {}

    private PageRequest(int page, int size) {
        this.page = page;
        this.size = size;
    }

    public static PageRequest of(int page, int size) {
        return new PageRequest(page, size);
    }

    public int page() {
        return page;
    }

    public int size() {
        return size;
    }

    /** How many rows come before this page. */
    public int offset() {
        return Math.multiplyExact(page, size);
    }
}
