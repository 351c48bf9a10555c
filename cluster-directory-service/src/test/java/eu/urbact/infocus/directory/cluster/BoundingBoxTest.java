package eu.urbact.infocus.directory.cluster;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class BoundingBoxTest {

    @Test
    void edges_belong_to_the_box() {
        BoundingBox box = BoundingBox.read("-9, 40,1.5,45").box().orElseThrow();
        assertThat(box).isEqualTo(new BoundingBox(-9, 40, 1.5, 45));
        assertThat(box.holds(40, -9)).isTrue();
        assertThat(box.holds(45, 1.5)).isTrue();
        assertThat(box.holds(45.01, 0)).isFalse();
        assertThat(box.holds(42, -9.01)).isFalse();
        assertThat(box.holds(0, 42)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "1", "1,2,3", "1,2,3,4,5", "a,b,c,d", "1,2,3,", "NaN,1,2,3", "1,2,Infinity,4", "1;2;3;4"})
    void four_numbers_are_needed(String text) {
        assertThat(BoundingBox.read(text).violation())
                .hasValueSatisfying(why -> assertThat(why).contains("four numbers"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            40,-9,45,2     | longitude comes first
            49,8,51,9      | longitude comes first
            10,45,5,50     | smaller one first
            5,50,10,45     | smaller one first
            -181,0,10,50   | -180 to 180
            0,0,10,91      | -90 to 90
            """)
    void the_order_is_west_south_east_north(String text, String why) {
        assertThat(BoundingBox.read(text).violation())
                .hasValueSatisfying(said -> assertThat(said).contains(why));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-180,-90,180,90", "140,-40,150,-30", "8.6821,50.1109,8.6821,50.1109"})
    void the_whole_earth_a_place_far_away_and_a_point_are_boxes(String text) {
        assertThat(BoundingBox.read(text).box()).isPresent();
    }

    @Test
    void a_box_in_europe_is_taken_though_it_would_be_one_the_other_way_round() {
        assertThat(BoundingBox.read("36,40,44,45").box()).contains(new BoundingBox(36, 40, 44, 45));
    }
}
