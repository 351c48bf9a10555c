package eu.urbact.infocus.directory.programmeview;

import java.util.List;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The workshops that cities host. */
@ApplicationScoped
public class HostedWorkshops implements PanacheRepositoryBase<HostedWorkshop, UUID> {

    HostedWorkshops() {}

    /**
     * The workshops of a city.
     *
     * @param cityId id of the city
     * @return earliest first
     */
    public List<HostedWorkshop> of(String cityId) {
        return list("hostCityId = ?1 order by startsAt, workshopId", cityId);
    }
}
