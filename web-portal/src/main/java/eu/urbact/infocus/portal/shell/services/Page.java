package eu.urbact.infocus.portal.shell.services;

import java.util.List;

/**
 * A page of a list.
 *
 * @param items what is on it
 * @param page number, from 0
 * @param size most items on a page
 * @param total items on all pages
 */
public record Page<T>(List<T> items, int page, int size, long total) {

    /** Completes what a service left out. */
    public Page {
        items = items == null ? List.of() : items;
    }

    /** A list without anything on it. */
    public static <T> Page<T> empty() {
        return new Page<>(List.of(), 0, 1, 0);
    }

    /** Number of pages, at least 1. */
    public long pages() {
        return size <= 0 ? 1 : Math.max(1, (total + size - 1) / size);
    }

    /** Whether there is a page before this one. */
    public boolean hasPrevious() {
        return page > 0;
    }

    /** Number of the page before this one; the last page when this one lies beyond the end. */
    public int previous() {
        return (int) Math.min(page - 1L, pages() - 1);
    }

    /** Whether the list ended before this page: an old or a guessed address. */
    public boolean beyondEnd() {
        return page >= pages();
    }

    /** Whether there is a page after this one. */
    public boolean hasNext() {
        return page + 1 < pages();
    }

    /** Number of the first item on this page, from 1; 0 when it is empty. */
    public long first() {
        return items.isEmpty() ? 0 : (long) page * size + 1;
    }

    /** Number of the last item on this page. */
    public long last() {
        return items.isEmpty() ? 0 : (long) page * size + items.size();
    }
}
