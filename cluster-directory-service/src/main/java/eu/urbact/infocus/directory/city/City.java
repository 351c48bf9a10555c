package eu.urbact.infocus.directory.city;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import eu.urbact.infocus.directory.city.CityDescription.PartnerOrganisation;
import eu.urbact.infocus.directory.city.CityDescription.Place;
import eu.urbact.infocus.directory.reference.NutsArea;
import eu.urbact.infocus.directory.reference.Provenance;

/** A city of the network. */
@Entity
@Table(name = "city")
public class City {

    @Id
    private String id;

    @Version
    @Column(name = "version", nullable = false)
    private long version;

    @Column(name = "name", nullable = false)
    private String name;

    /** Empty when it has one name everywhere. */
    @Column(name = "other_names", nullable = false)
    private String otherNames;

    @Column(name = "country", nullable = false)
    private String country;

    @Enumerated(EnumType.STRING)
    @Column(name = "role", nullable = false)
    private CityRole role;

    @Column(name = "organisation_name", nullable = false)
    private String organisationName;

    @Embedded
    @AttributeOverride(name = "sourceId", column = @Column(name = "organisation_source_id"))
    @AttributeOverride(name = "checkedOn", column = @Column(name = "organisation_checked_on"))
    @AttributeOverride(name = "confidence", column = @Column(name = "organisation_confidence"))
    @AttributeOverride(name = "uncertain", column = @Column(name = "organisation_uncertain"))
    private Provenance organisationProvenance;

    @Column(name = "latitude", nullable = false)
    private double latitude;

    @Column(name = "longitude", nullable = false)
    private double longitude;

    @Embedded
    @AttributeOverride(name = "sourceId", column = @Column(name = "place_source_id"))
    @AttributeOverride(name = "checkedOn", column = @Column(name = "place_checked_on"))
    @AttributeOverride(name = "confidence", column = @Column(name = "place_confidence"))
    @AttributeOverride(name = "uncertain", column = @Column(name = "place_uncertain"))
    private Provenance placeProvenance;

    @ElementCollection
    @CollectionTable(name = "city_nuts", joinColumns = @JoinColumn(name = "city_id"))
    private Set<NutsArea> nuts = new HashSet<>();

    @Column(name = "region_id", nullable = false)
    private String regionId;

    protected City() {}

    City(CityDescription description) {
        this.id = description.id();
        take(description);
    }

    /**
     * Takes over a description if it differs.
     *
     * @param description of the same city
     * @return whether anything changed
     */
    boolean describe(CityDescription description) {
        if (description().equals(description)) {
            return false;
        }
        take(description);
        return true;
    }

    private void take(CityDescription description) {
        this.name = description.name();
        this.otherNames = description.otherNames();
        this.country = description.country();
        this.role = description.role();
        this.organisationName = description.partnerOrganisation().name();
        this.organisationProvenance = description.partnerOrganisation().provenance();
        this.latitude = description.place().latitude();
        this.longitude = description.place().longitude();
        this.placeProvenance = description.place().provenance();
        this.nuts.retainAll(description.nuts());
        this.nuts.addAll(description.nuts());
        this.regionId = description.regionId();
    }

    /**
     * Everything known about the city.
     *
     * @return a value that does not change any more
     */
    public CityDescription description() {
        return new CityDescription(
                id,
                name,
                otherNames,
                country,
                role,
                new PartnerOrganisation(organisationName, organisationProvenance),
                new Place(latitude, longitude, placeProvenance),
                List.copyOf(nuts),
                regionId);
    }
}
