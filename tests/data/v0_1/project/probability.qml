<!DOCTYPE qgis>
<qgis version="3.22.16-Białowieża" styleCategories="Symbology">
  <pipe>
    <rasterrenderer type="singlebandpseudocolor" band="3" classificationMin="0.342007145286" classificationMax="1" alphaBand="-1" opacity="1" nodataColor="">
      <minMaxOrigin>
        <limits>None</limits>
        <extent>WholeRaster</extent>
        <statAccuracy>Estimated</statAccuracy>
        <cumulativeCutLower>0.02</cumulativeCutLower>
        <cumulativeCutUpper>0.98</cumulativeCutUpper>
        <stdDevFactor>2</stdDevFactor>
      </minMaxOrigin>
      <rastershader>
        <colorrampshader clip="0" minimumValue="0.34200714528600001" maximumValue="1" colorRampType="DISCRETE" classificationMode="1" labelPrecision="6">
          <item alpha="255" value="0.342007145286" color="#2c7bb6" label="Very low (0 to 0.342)"/>
          <item alpha="255" value="0.400930061936" color="#abd9e9" label="Low (0.342 to 0.401)"/>
          <item alpha="255" value="0.459889754653" color="#ffffbf" label="Moderate (0.401 to 0.46)"/>
          <item alpha="255" value="0.51734995842" color="#fdae61" label="High (0.46 to 0.517)"/>
          <item alpha="255" value="inf" color="#d7191c" label="Very high (0.517 to 1)"/>
          <rampLegendSettings suffix="" prefix="" useContinuousLegend="1" minimumLabel="" orientation="2" maximumLabel="" direction="0">
            <numericFormat id="basic">
              <Option type="Map">
                <Option type="QChar" name="decimal_separator" value=""/>
                <Option type="int" name="decimals" value="6"/>
                <Option type="int" name="rounding_type" value="0"/>
                <Option type="bool" name="show_plus" value="false"/>
                <Option type="bool" name="show_thousand_separator" value="true"/>
                <Option type="bool" name="show_trailing_zeros" value="false"/>
                <Option type="QChar" name="thousand_separator" value=""/>
              </Option>
            </numericFormat>
          </rampLegendSettings>
        </colorrampshader>
      </rastershader>
    </rasterrenderer>
  </pipe>
</qgis>
