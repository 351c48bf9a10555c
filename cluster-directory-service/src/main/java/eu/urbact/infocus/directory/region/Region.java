package eu.urbact.infocus.directory.region;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import eu.urbact.infocus.directory.reference.NutsArea;
import eu.urbact.infocus.directory.reference.Provenance;

/** A region with its strategy and priorities. */
@Entity
@Table(name = "region")
public class Region {

    @Id
    private String id;

    @Version
    @Column(name = "version", nullable = false)
    private long version;

    @Column(name = "name", nullable = false)
    private String name;

    @Column(name = "other_names", nullable = false)
    private String otherNames;

    @Column(name = "country", nullable = false)
    private String country;

    @Column(name = "strategy_title", nullable = false)
    private String strategyTitle;

    @Column(name = "strategy_period", nullable = false)
    private String strategyPeriod;

    @Column(name = "strategy_note")
    private String strategyNote;

    @Embedded
    private Provenance strategyProvenance;

    @ElementCollection
    @CollectionTable(name = "region_nuts", joinColumns = @JoinColumn(name = "region_id"))
    private Set<NutsArea> nuts = new HashSet<>();

    @OneToMany(mappedBy = "region", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("position")
    private List<RegionPriority> priorities = new ArrayList<>();

    protected Region() {}

    Region(RegionDescription description) {
        this.id = description.id();
        take(description);
    }

    /**
     * Takes over a description if it differs.
     *
     * @param description of the same region
     * @return whether anything changed
     */
    boolean describe(RegionDescription description) {
        if (description().equals(description)) {
            return false;
        }
        take(description);
        return true;
    }

    private void take(RegionDescription description) {
        this.name = description.name();
        this.otherNames = description.otherNames();
        this.country = description.country();
        this.strategyTitle = description.strategy().title();
        this.strategyPeriod = description.strategy().period();
        this.strategyNote = description.strategy().note().orElse(null);
        this.strategyProvenance = description.strategy().provenance();
        this.nuts.retainAll(description.nuts());
        this.nuts.addAll(description.nuts());
        takePriorities(description.priorities());
    }

    private void takePriorities(List<PriorityDescription> descriptions) {
        Map<String, RegionPriority> known =
                priorities.stream().collect(Collectors.toMap(RegionPriority::id, Function.identity()));
        Set<String> wanted = descriptions.stream().map(PriorityDescription::id).collect(Collectors.toSet());
        priorities.removeIf(priority -> !wanted.contains(priority.id()));
        for (int position = 0; position < descriptions.size(); position++) {
            PriorityDescription description = descriptions.get(position);
            RegionPriority priority = known.get(description.id());
            if (priority == null) {
                priorities.add(new RegionPriority(this, position, description));
            } else {
                priority.take(position, description);
            }
        }
    }

    /**
     * Everything known about the region.
     *
     * @return a value that does not change any more
     */
    public RegionDescription description() {
        return new RegionDescription(
                id,
                name,
                otherNames,
                country,
                List.copyOf(nuts),
                new StrategyDescription(
                        strategyTitle, strategyPeriod, Optional.ofNullable(strategyNote), strategyProvenance),
                priorities.stream()
                        .sorted(RegionPriority.BY_POSITION)
                        .map(RegionPriority::description)
                        .toList());
    }
}
