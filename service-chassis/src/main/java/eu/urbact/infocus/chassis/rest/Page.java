package eu.urbact.infocus.chassis.rest;

import java.util.List;
import java.util.function.Function;

/**
 * One page of a list.
 *
 * @param items the rows of this page
 * @param page the page's number, from 0
 * @param size how many rows a page holds at most
 * @param total how many rows there are on all pages
 */
public record Page<T>(List<T> items, int page, int size, long total) {

    public static <T> Page<T> of(List<T> items, PageRequest request, long total) {
        return new Page<>(items, request.page(), request.size(), total);
    }

    public <U> Page<U> map(Function<? super T, ? extends U> translation) {
        return new Page<>(items.stream().<U>map(translation).toList(), page, size, total);
    }
}
