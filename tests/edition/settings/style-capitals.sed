s/colour: "#00693e", capitals: true/colour: "#00693e", capitals: yes/
