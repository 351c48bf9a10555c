package eu.urbact.infocus.portal.shell.services;

/**
 * A list as an organiser likes to see it; null means all.
 *
 * @param by its owner
 * @param mine whether that is the organiser who looks
 */
public record SavedView(
        String id,
        String name,
        boolean shared,
        String by,
        boolean mine,
        String state,
        String city,
        String profile,
        String staged,
        boolean unvoted,
        String sort,
        long version,
        Boolean newcomer,
        Boolean contributor,
        String cluster,
        String bucket) {}
