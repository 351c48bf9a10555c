package eu.urbact.infocus.event.programme;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

import eu.urbact.infocus.event.programme.Programme.Item;

/**
 * Gives items and contributions their identities: the one they have had in an earlier version, found by their key, or
 * a new one. So calendars, notes and other services keep pointing at the same session when its title or time changes.
 */
final class ItemIdentities {

    private final Map<String, UUID> known = new HashMap<>();
    private final Supplier<UUID> newIdentity;

    /**
     * @param earlier the programmes so far, the latest first
     * @param newIdentity makes an identity for a key that was never there
     */
    ItemIdentities(List<Programme> earlier, Supplier<UUID> newIdentity) {
        this.newIdentity = newIdentity;
        earlier.stream().flatMap(Programme::items).forEach(this::remember);
    }

    private void remember(Item item) {
        known.putIfAbsent(item.key(), item.id());
        item.contributions()
                .forEach(contribution -> known.putIfAbsent(keyOf(item, contribution.key()), contribution.id()));
        item.parts().forEach(this::remember);
    }

    /** The same programme with an identity everywhere. */
    Programme assign(Programme programme) {
        return programme.mapItems(this::assign);
    }

    private Item assign(Item item) {
        return item.withId(identityOf(item.key()))
                .withContributions(item.contributions().stream()
                        .map(contribution -> contribution.withId(identityOf(keyOf(item, contribution.key()))))
                        .toList())
                .withParts(item.parts().stream().map(this::assign).toList());
    }

    private UUID identityOf(String key) {
        return known.computeIfAbsent(key, unknown -> newIdentity.get());
    }

    /** Contributions are named inside their item; a slash is in no key. */
    private static String keyOf(Item item, String contribution) {
        return item.key() + "/" + contribution;
    }
}
