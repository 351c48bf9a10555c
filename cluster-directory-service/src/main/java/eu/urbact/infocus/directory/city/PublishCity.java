package eu.urbact.infocus.directory.city;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import eu.urbact.infocus.directory.reference.Change;

/** Puts a city into the directory, and tells others when that changed anything. */
@ApplicationScoped
public class PublishCity {

    private final Cities cities;
    private final CityAnnouncements announcements;

    PublishCity(Cities cities, CityAnnouncements announcements) {
        this.cities = cities;
        this.announcements = announcements;
    }

    /**
     * Takes over a city; what it refers to must be known.
     *
     * @param description everything about it
     * @return what became of it
     */
    @Transactional
    public Change publish(CityDescription description) {
        City city = cities.findById(description.id());
        if (city == null) {
            cities.persist(new City(description));
        } else if (!city.describe(description)) {
            return Change.UNCHANGED;
        }
        announcements.published(description);
        return city == null ? Change.CREATED : Change.UPDATED;
    }
}
